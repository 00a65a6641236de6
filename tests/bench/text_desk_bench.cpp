#include "tests/bench/text_desk_bench.h"

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "app/platform/headless.h"
#include "app/ui/fonts.h"
#include "app/ui/task_view.h"
#include "tasks/types/task_types.h"
#include "tests/bench/cpu_time.h"

namespace biaokao::bench {
namespace {

struct Size {
    std::size_t bytes;
    int spans, relations;
};

constexpr std::string_view sentence = "3月18日上午9点，周明远主任到柳林路12号检查了消防设施，well done，“好”😀。\n";
constexpr std::size_t sentence_code_points = 46;

LabelSpec label(const char* id, const char* shape) {
    return {.id = id, .title = {id, id}, .color = "#0072B2", .shape = shape, .attributes = {}};
}

Question long_question(const Size& size) {
    Question question;
    question.id = "q";
    question.type = question.grader = "text_labels";
    question.labels.objects = {label("PER", "span"), label("LOC", "span"), label("VISITS", "relation")};
    ItemSpec item;
    item.id = "d1";
    item.title = {"长文", "Long"};
    while (item.text.size() < size.bytes) item.text += sentence;
    question.items = {item};
    return question;
}

Answer long_answer(const Question& question, const Size& size) {
    Answer answer;
    const auto lines = static_cast<int>(question.items[0].text.size() / sentence.size());
    Object object;
    object.item = "d1";
    for (int i = 0; i < size.spans; ++i) {
        const auto line = static_cast<std::int64_t>(i) * lines / size.spans;
        const std::int64_t start = line * static_cast<std::int64_t>(sentence_code_points) + i % 5 * 4;
        object.label = i % 2 == 0 ? "PER" : "LOC";
        object.shape = Span{start, start + 3 + i % 7};
        answer.objects.emplace("o" + std::to_string(i), object);
    }
    for (int i = 0; i < size.relations; ++i) {
        const int from = i * (size.spans / size.relations), to = std::min(from + 1 + i % 9, size.spans - 1);
        object.label = "VISITS";
        object.shape = Relation{"o" + std::to_string(from), "o" + std::to_string(to)};
        answer.objects.emplace("o" + std::to_string(size.spans + i), object);
    }
    return answer;
}

// The desk alone on a platform without a driver.
class Stage {
public:
    Stage(const Locales& locales, const Size& size)
        : question_(long_question(size)), answer_(long_answer(question_, size)),
          platform_(make_headless_platform({.width = 1366, .height = 768, .render = false}).value()),
          ui_(locales, *platform_), fonts_(*platform_, ""), view_(make_task_view("text_labels")) {
        apply_theme(ui_.theme_id, 1);
    }

    double frame_ms() {
        const double begin = process_cpu_ms();
        fonts_.cover(ui_.take_new_words());
        fonts_.refresh(ui_.scale);
        platform_->begin_frame();
        ui_.begin_frame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration);
        TaskFrame frame{.ui = ui_,
                        .workers = workers_,
                        .pack = pack_,
                        .type = *find_task_type("text_labels"),
                        .question = question_,
                        .answer = answer_,
                        .new_object_id = [] { return std::string("o999999"); },
                        .emit = [](std::string_view, Patch) {}};
        view_->draw_ui(frame);
        ImGui::End();
        ui_.end_frame();
        platform_->end_frame();
        return process_cpu_ms() - begin;
    }

    // So large a share of many frames costs at most that; something happens before each of them.
    double cost_ms(int frames, double share, const std::function<void(int)>& before) {
        std::vector<double> costs;
        for (int i = 0; i < frames; ++i) {
            before(i);
            costs.push_back(frame_ms());
        }
        std::ranges::sort(costs);
        return costs[static_cast<std::size_t>(share * frames)];
    }

    // A held key moves the end of the first span on, in every third frame.
    double drag_an_end_ms() {
        view_->show("d1", "o0");
        for (int i = 0; i < 5; ++i) frame_ms();
        platform_->set_modifiers(false, true, false);
        platform_->set_key(Key::right, true);
        return cost_ms(90, 0.8, [](int) {});
    }

    void point_at_text() { platform_->set_mouse(400, 400); }
    void turn_wheel(double steps) { platform_->add_wheel(static_cast<float>(steps)); }
    void change_a_span(int i) {
        Object& object = answer_.objects.at("o" + std::to_string(i % 50));
        object.label = object.label == "PER" ? "LOC" : "PER";
    }

private:
    Question question_;
    Answer answer_;
    Pack pack_;
    std::unique_ptr<HeadlessPlatform> platform_;
    Ui ui_;
    Fonts fonts_;
    Workers workers_{0, {}};
    std::unique_ptr<TaskView> view_;
};

} // namespace

void measure_text_desk(const Locales& locales) {
    for (const Size& size : {Size{100'000, 1000, 150}, Size{300'000, 3000, 500}, Size{1'000'000, 10'000, 1500}}) {
        Stage stage(locales, size);
        double open = 0;
        for (int i = 0; i < 5; ++i) open += stage.frame_ms(); // fonts and two layouts
        stage.point_at_text();
        const double still = stage.cost_ms(100, 0.5, [](int) {});
        const double scrolled = stage.cost_ms(100, 0.5, [&](int) { stage.turn_wheel(-3); });
        const double edited = stage.cost_ms(50, 0.5, [&](int i) { stage.change_a_span(i); });
        const double dragged = stage.drag_an_end_ms();
        std::printf("text desk %4zu KB, %5d spans, %4d relations: open %4.0f ms, frame at rest %5.2f ms, "
                    "scrolling %5.2f ms, after an edit %5.2f ms, moving an end %5.2f ms\n",
                    size.bytes / 1000, size.spans, size.relations, open, still, scrolled, edited, dragged);
    }
}

} // namespace biaokao::bench
