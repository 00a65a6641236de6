// What marking costs: the measures on the workloads of metrics.md 22, one sheet, and the program as a whole process
// (`--version` at most 20 ms, one submission at most 30 ms).
#include <cstdlib>
#include <random>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <benchmark/benchmark.h>

#include "engine/score/score.h"
#include "graders/graders.h"
#include "graders/measures/assignment.h"
#include "graders/measures/box_match.h"
#include "graders/measures/segment_match.h"
#include "graders/measures/span_match.h"
#include "tests/support/program_rows.h"

using namespace biaokao;

namespace {

using Random = std::mt19937;

double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

constexpr std::string_view labels[] = {"a", "b", "c"};

// Target: 25 µs for 20 + 20 boxes of three classes.
void match_boxes_of_a_picture(benchmark::State& state) {
    Random random(1);
    std::vector<LabelledBox> references, drawn;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        const Box box{between(random, 0, 1500), between(random, 0, 900), between(random, 20, 200),
                      between(random, 20, 200)};
        references.push_back({box, labels[random() % 3]});
        drawn.push_back({{box.x + between(random, -8, 8), box.y + between(random, -8, 8), box.width, box.height},
                         labels[random() % 3]});
    }
    for (auto _ : state) benchmark::DoNotOptimize(match_boxes(references, drawn, {}));
}
BENCHMARK(match_boxes_of_a_picture)->Arg(20)->Arg(100)->Arg(1000)->Unit(benchmark::kMicrosecond);

// Target: 5 µs for 20 × 20, 5 ms for 500 × 500; every cell is permitted.
void assign_dense(benchmark::State& state) {
    Random random(2);
    const int size = static_cast<int>(state.range(0));
    std::vector<Cell> cells;
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) cells.push_back({row, column, between(random, 0, 1)});
    }
    for (auto _ : state) benchmark::DoNotOptimize(assign_most_then_largest(size, size, cells));
}
BENCHMARK(assign_dense)->Arg(20)->Arg(500)->Unit(benchmark::kMicrosecond);

// Target: 80 µs for 40 + 40 segments.
void match_segments_of_a_recording(benchmark::State& state) {
    Random random(4);
    std::vector<LabelledSegment> references, drawn;
    for (std::int64_t i = 0; i < state.range(0); ++i) {
        const std::int64_t start = i * 1000 + static_cast<std::int64_t>(random() % 200);
        references.push_back({{start, start + 800}, labels[random() % 3]});
        drawn.push_back({{start + static_cast<std::int64_t>(random() % 150), start + 850}, labels[random() % 3]});
    }
    for (auto _ : state) benchmark::DoNotOptimize(match_segments(references, drawn, {}));
}
BENCHMARK(match_segments_of_a_recording)->Arg(40)->Unit(benchmark::kMicrosecond);

// Target: 2 µs for a sentence.
void match_spans_of_a_sentence(benchmark::State& state) {
    const std::vector<LabelledSpan> references{{{0, 4}, "a"}, {{6, 9}, "b"}, {{12, 20}, "c"}};
    const std::vector<LabelledSpan> drawn{{{0, 4}, "a"}, {{6, 10}, "b"}, {{12, 20}, "b"}};
    for (auto _ : state) benchmark::DoNotOptimize(match_spans(references, drawn, 0.8));
}
BENCHMARK(match_spans_of_a_sentence);

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
