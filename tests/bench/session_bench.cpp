// What a sitting costs: one edit among 5,000 objects (at most 4 ms), replay (linear), a commit on the real disk.
#include <benchmark/benchmark.h>

#include "engine/base/files.h"
#include "engine/session/session_store.h"
#include "tests/support/session_builder.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

void must(const Result<void>& result) { BIAOKAO_ASSERT(result.has_value()); }

void edit_among_objects(benchmark::State& state) {
    Sitting sitting(header("s-1", 100'000 * minute_ms));
    const auto count = state.range(0);
    for (std::int64_t i = 1; i <= count; ++i) must(sitting.session->apply(add_box("o" + std::to_string(i), 1)));
    std::int64_t step = 0;
    for (auto _ : state) {
        ++step;
        must(sitting.session->apply(
            move_box("o" + std::to_string(1 + step * 7 % count), static_cast<double>(step % 4000))));
    }
}
BENCHMARK(edit_among_objects)->Arg(100)->Arg(5000)->Unit(benchmark::kMicrosecond);

void read_and_replay(benchmark::State& state) {
    Sitting sitting;
    must(sitting.session->apply(add_box("o1", 0)));
    for (std::int64_t i = 1; i < state.range(0); ++i)
        must(sitting.session->apply(move_box("o1", static_cast<double>(i) + 0.125)));
    for (auto _ : state) {
        const auto reading = read_journal(sitting.sink.bytes, "bench").value();
        benchmark::DoNotOptimize(Session::replay(reading).value());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0)); // lines
}
BENCHMARK(read_and_replay)->Arg(1000)->Arg(10'000)->Arg(40'000)->Unit(benchmark::kMillisecond);

// Real time from the command to the acknowledgement of the disk that holds the folder for temporary files.
void commit_to_disk(benchmark::State& state) {
    const TempFolder folder;
    const auto files = make_disk_files();
    const auto clock = make_system_clock();
    SessionStore store(*files, *clock, folder.path());
    const auto open = store.create(header("s-1", 100'000 * minute_ms)).value();
    must(open->session->start());
    must(open->session->apply(add_box("o1", 0)));
    must(open->writer->flush());
    double x = 0;
    for (auto _ : state) {
        must(open->session->apply(move_box("o1", x += 0.5)));
        must(open->writer->flush());
    }
}
BENCHMARK(commit_to_disk)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
