// What marking costs beside the measures (tests/bench/measures): one sheet, and the program as a whole process
// (`--version` at most 20 ms, one submission at most 30 ms).
#include <cstdlib>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <benchmark/benchmark.h>

#include "engine/score/score.h"
#include "graders/graders.h"
#include "tests/support/program_rows.h"

using namespace biaokao;

namespace {

void score_the_starter_pack(benchmark::State& state) {
    const auto files = make_disk_files();
    PackOptions options = test::program_rows();
    options.read_key = options.read_samples = true;
    options.check_media = false;
    const auto pack = load_pack(*files, BIAOKAO_SOURCE_DIR "/tasks/packs/l5-starter", options).value();
    const Scorer scorer = Scorer::compile(pack, all_graders()).value();
    for (auto _ : state) {
        for (const SampleAnswers& sample : pack->samples) benchmark::DoNotOptimize(scorer.score(sample.answers, {}));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pack->samples.size())); // sheets
}
BENCHMARK(score_the_starter_pack)->Unit(benchmark::kMillisecond);

void run_process(benchmark::State& state, std::vector<std::string> arguments) {
    std::string program = BIAOKAO_PROGRAM;
    std::vector<char*> argv{program.data()};
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
    for (auto _ : state) {
        pid_t child = 0;
        BIAOKAO_ASSERT(posix_spawn(&child, program.c_str(), &quiet, nullptr, argv.data(), environ) == 0);
        int status = 0;
        BIAOKAO_ASSERT(waitpid(child, &status, 0) == child && status == 0);
    }
    posix_spawn_file_actions_destroy(&quiet);
}

void process_version(benchmark::State& state) { run_process(state, {"--version"}); }
BENCHMARK(process_version)->Unit(benchmark::kMillisecond)->UseRealTime();

// An answer file with nothing in it: the whole way of a sheet, from the pack on the disk to JSON.
void process_grade(benchmark::State& state) {
    char path[] = "/tmp/biaokao-bench-XXXXXX";
    const int file = ::mkstemp(path);
    BIAOKAO_ASSERT(file >= 0 && ::write(file, "{}", 2) == 2);
    run_process(state, {"grade", BIAOKAO_SOURCE_DIR "/tasks/packs/l5-starter", "--answers", path, "--format", "json"});
    ::close(file);
    ::unlink(path);
}
BENCHMARK(process_grade)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
