// What a document of 1 MB with 5,000 spans costs (annotation-tools.md section 4: open at most 500 ms, a span at most
// 10 ms): the tables, the lines for a width, and the marks of one frame.
#include <benchmark/benchmark.h>

#include <string>

#include "tasks/types/text_labels/page.h"
#include "tasks/types/text_labels/span_rules.h"

using namespace biaokao;
using namespace biaokao::spans;

namespace {

constexpr std::size_t megabyte = 1 << 20;

std::string long_text() {
    std::string text;
    for (int i = 0; text.size() < megabyte; ++i)
        text +=
            "第" + std::to_string(i) + "段：3月18日上午9点，周明远主任到柳林路12号检查了消防设施，well done，“好”。\n";
    return text;
}

float columns(std::string_view cluster) { return cluster.size() == 1 ? 9.0f : 18.0f; }

Page long_page() {
    return Page(std::make_shared<Document>(long_text()), columns, {.width = 700, .text_height = 29, .row_height = 18});
}

Answer spans_of(std::size_t size, std::int64_t count) {
    Answer answer;
    const std::int64_t step = static_cast<std::int64_t>(size) / count;
    for (std::int64_t i = 0; i < count; ++i) {
        Object object;
        object.item = "d1";
        object.label = i % 3 == 0 ? "PER" : "LOC";
        object.shape = Span{i * step, i * step + 5 + i % 90}; // some overlap their neighbours
        answer.objects.emplace("o" + std::to_string(i), std::move(object));
    }
    return answer;
}

void open_document(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(long_page().height());
}
BENCHMARK(open_document)->Unit(benchmark::kMillisecond);

void marks_of_a_frame(benchmark::State& state) {
    Page page = long_page();
    const Answer answer = spans_of(page.document().size(), state.range(0));
    for (auto _ : state) {
        const auto marks = marks_of("d1", page.document().size(), {.answer = answer});
        page.stack(marks, rows_of(marks));
        benchmark::DoNotOptimize(page.height());
    }
}
BENCHMARK(marks_of_a_frame)->Arg(100)->Arg(5000)->Unit(benchmark::kMillisecond);

void allow_a_span(benchmark::State& state) {
    const Page page = long_page();
    const Answer answer = spans_of(page.document().size(), 5000);
    const Question question;
    for (auto _ : state) {
        const TextRange range = span_from_selection(page.document(), {400, 420}, question.tools, false);
        benchmark::DoNotOptimize(refusal(question, answer, "d1", range, "TIME"));
    }
}
BENCHMARK(allow_a_span)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
