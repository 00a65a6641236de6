// What it costs to score an exam's worth of submissions: the real program on journals of 1,000 lines for a ten-question
// paper, on one core and on two, its memory at three numbers of them, and where the time of one goes.
// `biaokao_batch_bench [COUNT]`; at least 300 a second on one core, 1.8 times that on two, memory flat.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <thread>

#include <fmt/format.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine/base/hash.h"
#include "engine/report/report.h"
#include "engine/score/score.h"
#include "engine/session/journal_format.h"
#include "engine/session/session.h"
#include "graders/graders.h"
#include "tests/bench/cpu_time.h"
#include "tests/support/long_sitting.h"
#include "tests/support/program_rows.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;

namespace {

constexpr std::size_t lines_of_one = 1000;

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Folders a, b and c hold a quarter, a quarter and a half of the journals.
std::string path_of(const test::TempFolder& folder, std::size_t index, std::size_t count) {
    const char* part = index < count / 4 ? "a" : index < count / 2 ? "b" : "c";
    return folder / fmt::format("{}/{:05}.biaokao", part, index);
}

void write_journals(const test::TempFolder& folder, const Pack& pack, std::size_t count) {
    std::vector<std::thread> writers;
    const std::size_t threads = std::max(1u, std::thread::hardware_concurrency());
    for (std::size_t thread = 0; thread < threads; ++thread) {
        writers.emplace_back([&, thread] {
            for (std::size_t i = thread; i < count; i += threads)
                std::ofstream(path_of(folder, i, count), std::ios::binary) << test::long_journal(pack, i, lines_of_one);
        });
    }
    for (std::thread& writer : writers) writer.join();
}

struct Run {
    double seconds = 0, cpu_seconds = 0, peak_mb = 0;
};

Run run_program(std::vector<std::string> arguments) {
    std::string program = BIAOKAO_PROGRAM;
    std::vector<char*> argv{program.data()};
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", 1, 0);
    Run run;
    rusage usage{};
    run.seconds = seconds_of([&] {
        pid_t child = 0;
        BIAOKAO_ASSERT(posix_spawn(&child, program.c_str(), &quiet, nullptr, argv.data(), environ) == 0);
        int status = 0;
        BIAOKAO_ASSERT(wait4(child, &status, 0, &usage) == child && status == 0);
    });
    posix_spawn_file_actions_destroy(&quiet);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    run.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    run.peak_mb = static_cast<double>(usage.ru_maxrss) / 1024;
    return run;
}

void time_program(const test::TempFolder& folder, std::size_t count) {
    const auto grade = [&](std::vector<std::string> parts, int jobs) {
        std::vector<std::string> arguments{"grade", folder / "pack"};
        for (const std::string& part : parts) arguments.push_back(folder / part);
        for (const std::string& one : {std::string("--jobs"), std::to_string(jobs), std::string("--format"),
                                       std::string("json"), std::string("--out"), folder / "sheets.jsonl"})
            arguments.push_back(one);
        return run_program(arguments);
    };
    (void)grade({"a"}, 2); // the files come into memory
    const auto all = static_cast<double>(count);
    fmt::print("{:>5} {:>12} {:>12} {:>14} {:>9}\n", "jobs", "submissions", "per second", "CPU ms of one", "peak MB");
    double one_job = 0;
    for (const int jobs : {1, 2}) {
        const std::vector<std::vector<std::string>> parts{{"a"}, {"a", "b"}, {"a", "b", "c"}};
        const std::size_t counts[] = {count / 4, count / 2, count};
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const Run run = grade(parts[i], jobs);
            const auto scored = static_cast<double>(counts[i]);
            fmt::print("{:>5} {:>12} {:>12.0f} {:>14.2f} {:>9.1f}\n", jobs, counts[i], scored / run.seconds,
                       1000 * run.cpu_seconds / scored, run.peak_mb);
            if (scored != all) continue;
            if (jobs == 1) one_job = run.seconds;
            else fmt::print("two jobs are {:.2f} times as fast as one\n", one_job / run.seconds);
        }
    }
}

// The steps of one submission, each over all of a sample before the next; the best of some rounds.
class Steps {
public:
    Steps(const test::TempFolder& folder, std::shared_ptr<const Pack> pack, std::size_t count)
        : scorer_(Scorer::compile(std::move(pack), all_graders()).value()), sample_(std::min<std::size_t>(count, 100)),
          bytes_(sample_), readings_(sample_), sessions_(sample_), answers_(sample_), sheets_(sample_),
          forms_(sample_) {
        for (std::size_t i = 0; i < sample_; ++i) paths_.push_back(path_of(folder, i, count));
    }

    void run() {
        step("read", [&](std::size_t i) { bytes_[i] = files_->read(paths_[i]).value(); });
        step("hash", [&](std::size_t i) { each_line(i, [&](std::string_view line) { hash_ = sha256_.hex(line); }); });
        step("sums", [&](std::size_t i) {
            each_line(i, [&](std::string_view line) { BIAOKAO_ASSERT(check_sum(line).has_value()); });
        });
        step("parse", [&](std::size_t i) { readings_[i] = read_journal(bytes_[i], "bench").value(); });
        step("replay", [&](std::size_t i) { sessions_[i] = Session::replay(std::move(readings_[i])).value(); });
        step("score", [&](std::size_t i) {
            answers_[i] = sessions_[i]->answers();
            sheets_[i] = scorer_.score(answers_[i], {});
        });
        step("print", [&](std::size_t i) { forms_[i] = dump_json(json_report(sheets_[i], tr_)); });
        step("free", [&](std::size_t i) { sessions_[i].reset(); });
    }

    void print() {
        // Reading a journal contains both.
        best_["parse"] -= best_["hash"] + best_["sums"];
        double all = 0;
        for (const char* name : {"read", "hash", "sums", "parse", "replay", "score", "print", "free"}) {
            fmt::print("{:>8} {:7.3f} ms\n", name, best_[name]);
            all += best_[name];
        }
        fmt::print("{:>8} {:7.3f} ms for {} lines, {} KB\n", "all", all, lines_of_one, bytes_[0].size() / 1000);
    }

private:
    void step(const char* name, const std::function<void(std::size_t)>& work) {
        const double start = bench::cpu_seconds();
        for (std::size_t i = 0; i < sample_; ++i) work(i);
        const double ms = 1000 * (bench::cpu_seconds() - start) / static_cast<double>(sample_);
        const auto [best, is_new] = best_.emplace(name, ms);
        if (!is_new) best->second = std::min(best->second, ms);
    }
    template <class Work>
    void each_line(std::size_t i, Work work) {
        std::string_view rest = bytes_[i];
        for (auto line = take_line(rest); !line.empty(); line = take_line(rest)) work(line);
    }

    std::unique_ptr<Files> files_ = make_disk_files();
    Locales locales_ = Locales::load(*files_, BIAOKAO_SOURCE_DIR "/assets/locales").value();
    Translator tr_{locales_, "zh"};
    Sha256 sha256_;
    std::array<char, 64> hash_{};
    Scorer scorer_;
    std::size_t sample_;
    std::vector<std::string> paths_, bytes_;
    std::vector<JournalReading> readings_;
    std::vector<std::unique_ptr<Session>> sessions_;
    std::vector<std::map<std::string, Answer>> answers_;
    std::vector<ScoreSheet> sheets_;
    std::vector<std::string> forms_;
    std::map<std::string, double> best_;
};

} // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 2000;
    const test::TempFolder folder;
    const auto files = make_disk_files();
    for (const char* part : {"a", "b", "c", "pack"}) BIAOKAO_ASSERT(files->make_folders(folder / part).has_value());
    const test::SmallPack paper = test::ten_question_pack();
    const auto pack = paper.load();
    paper.write_to(*files, folder / "pack");
    fmt::print("{} journals written in {:.1f} s\n", count, seconds_of([&] { write_journals(folder, *pack, count); }));
    // The program first: a child begins with the peak memory of its parent.
    time_program(folder, count);
    Steps steps(folder, pack, count);
    for (int round = 0; round < 10; ++round) steps.run();
    steps.print();
}
