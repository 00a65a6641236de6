// biaokao grade PACK (SUBMISSION… | --answers FILE): one sheet for each piece of work, in the order of the arguments.
#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <set>
#include <thread>

#include <unistd.h>

#include "app/cli/command.h"
#include "app/cli/grade_batch.h"
#include "app/cli/grade_output.h"
#include "app/cli/program_rows.h"
#include "app/cli/progress.h"
#include "engine/report/report.h"
#include "graders/graders.h"

namespace biaokao::cli {
namespace {

constexpr int most_jobs = 256;

Progress::Time now() { return std::chrono::steady_clock::now(); }

// As many as there are cores unless said; none for what is no number of threads.
std::optional<int> jobs_from(const Arguments& arguments) {
    const auto cores = static_cast<int>(std::thread::hardware_concurrency());
    if (!arguments.has("--jobs")) return std::clamp(cores, 1, most_jobs);
    const std::string text = arguments.value("--jobs");
    const char* text_end = text.data() + text.size();
    int jobs = 0;
    const bool is_number = std::from_chars(text.data(), text_end, jobs).ptr == text_end;
    return is_number && jobs >= 1 && jobs <= most_jobs ? std::optional(jobs) : std::nullopt;
}

// A page for each submission, named after it; the second "a" is "a-2". The names depend on the arguments alone.
std::vector<std::string> page_paths(const std::string& folder, const std::vector<Submission>& submissions) {
    std::vector<std::string> paths;
    std::set<std::string> taken;
    std::map<std::string, int> next_number; // of each name: a thousand sessions may all be "session.biaokao"
    for (const Submission& submission : submissions) {
        const std::string stem = std::filesystem::path(submission.path).stem().string();
        std::string name = stem;
        for (int& n = next_number.try_emplace(stem, 2).first->second; !taken.insert(name).second; ++n)
            name = stem + "-" + std::to_string(n);
        paths.push_back(folder + "/" + name + ".html");
    }
    return paths;
}

// Takes the results in order: forms to the output, refusals to the console.
class Delivery {
public:
    Delivery(GradeOutput& output, Console& console, std::size_t count, bool is_text)
        : output_(output), console_(console), is_text_(is_text),
          progress_(console.err(), console.tr(), count, ::isatty(STDERR_FILENO) != 0, now()) {}

    // False where the output takes no more.
    bool take(const Graded& graded) {
        const bool is_scored = graded.problems.empty();
        if (!is_scored) {
            all_scored_ = false;
            progress_.clear();
            console_.complain(graded.problems);
        }
        if (!graded.form.empty() &&
            !write(is_text_ && !std::exchange(is_first_, false) ? "\n" + graded.form : graded.form))
            return false;
        progress_.advance(is_scored, now());
        return true;
    }
    int finish() {
        progress_.finish(now());
        if (all_written_) note(output_.finish());
        return all_written_ && all_scored_ ? exit_well : exit_input;
    }
    bool write(const std::string& text) { return note(output_.add(text)); }

private:
    bool note(const Result<void>& written) {
        if (written) return true;
        all_written_ = false;
        progress_.clear();
        console_.complain(written.error());
        return false;
    }

    GradeOutput& output_;
    Console& console_;
    bool is_text_; // sheets for people stand apart
    Progress progress_;
    bool is_first_ = true, all_scored_ = true, all_written_ = true;
};

int wrong_usage(Console& console, Error error) {
    console.complain(error);
    return exit_usage;
}

int refuse(Console& console, const Problems& problems, const std::string& pack) {
    for (const Error& error : problems.errors) console.complain(error.within(pack));
    return exit_input;
}

int run_grade(const Arguments& arguments, Console& console) {
    const std::vector<std::string> given = arguments.values("SUBMISSION");
    if (given.empty() == !arguments.has("--answers"))
        return wrong_usage(console, {"error.usage_answers_or_submissions", "", {}});
    const auto jobs = jobs_from(arguments);
    if (!jobs)
        return wrong_usage(
            console, {"error.usage_jobs",
                      "",
                      {{"value", literal_value(arguments.value("--jobs"))}, {"most", std::to_string(most_jobs)}}});
    const auto files = make_disk_files();
    const auto [submissions, has_folder] = list_submissions(*files, given);
    const std::string format = arguments.value("--format", "text"), out = arguments.value("--out");
    const bool many_pages = format == "html" && (submissions.size() > 1 || has_folder);
    if (many_pages && out.empty()) return wrong_usage(console, {"error.out_is_folder", "", {}});

    const std::string pack_path = arguments.value("PACK");
    PackOptions options = program_rows();
    options.read_key = true;
    options.check_media = false; // a mark depends on no pixel and no sample
    const auto pack = load_pack(*files, pack_path, options);
    if (!pack) return refuse(console, pack.error(), pack_path);
    const auto scorer = Scorer::compile(*pack, all_graders());
    if (!scorer) return refuse(console, scorer.error(), pack_path);

    const auto folder = many_pages ? files->make_folders(out) : Result<void>{};
    auto output =
        folder ? GradeOutput::open(*files, console.out(), many_pages ? "" : out) : tl::unexpected(folder.error());
    if (!output) {
        console.complain(output.error());
        return exit_input;
    }
    const Grading grading{*files, *scorer, console.tr(), format};
    Delivery delivery(*output, console, submissions.size(), format == "text");
    const auto take = [&](const Graded& graded) { return delivery.take(graded); };
    const auto pages = many_pages ? page_paths(out, submissions) : std::vector<std::string>(submissions.size());
    const auto grade = [&](std::size_t i) { return grade_submission(grading, submissions[i], pages[i]); };
    if (format == "csv" && !delivery.write(csv_head(console.tr()))) return delivery.finish();
    if (submissions.empty()) take(grade_answers(grading, arguments.value("--answers")));
    else grade_in_order(submissions.size(), *jobs, grade, take);
    return delivery.finish();
}

constexpr std::string_view formats[] = {"text", "json", "csv", "html"};
constexpr Argument grade_arguments[] = {
    {.name = "PACK", .help = "cli.pack", .required = true},
    {.name = "SUBMISSION", .help = "cli.grade.submission", .many = true},
    {.name = "--answers", .help = "cli.grade.answers", .value = "FILE"},
    {.name = "--format", .help = "cli.grade.format", .value = "FORMAT", .choices = formats},
    {.name = "--out", .help = "cli.grade.out", .value = "PATH"},
    {.name = "--jobs", .help = "cli.grade.jobs", .value = "N"},
};

} // namespace

extern const CommandRow grade_command{
    .name = "grade", .help = "cli.grade.help", .arguments = grade_arguments, .run = run_grade};

} // namespace biaokao::cli
