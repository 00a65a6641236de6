#include "text_labels_rig.h"

#include <doctest/doctest.h>

#include <fmt/format.h>
#include <imgui.h>

#include "tasks/types/task_types.h"

namespace biaokao {
std::unique_ptr<TaskView> make_text_labels_view();
}

namespace biaokao::test {
namespace {

Locales load_words() {
    return Locales::load(*make_disk_files(), std::string(BIAOKAO_SOURCE_DIR) + "/assets/locales").value();
}

LabelSpec label(const char* id, const char* zh, const char* en, const char* color) {
    return {.id = id, .title = {zh, en}, .color = color, .shape = "span", .attributes = {}};
}

ItemSpec document(const char* id, const char* title, std::string text, const char* group) {
    return {.id = id, .title = {title, id}, .file = "", .text = std::move(text), .group = group};
}

} // namespace

Question text_question() {
    Question question;
    question.id = "q";
    question.type = question.grader = "text_labels";
    question.labels.objects = {label("PER", "人名", "Person", "#E69F00"), label("LOC", "地名", "Place", "#56B4E9"),
                               label("TIME", "时间", "Time", "#0072B2")};
    question.labels.classes = {
        {.id = "mood", .title = {"情感", "Mood"}, .options = {{"good", {"好评", "Good"}}, {"bad", {"差评", "Bad"}}}},
        {.id = "topic",
         .title = {"主题", "Topic"},
         .options = {{"food", {"饮食", "Food"}}, {"travel", {"出行", "Travel"}}}}};
    question.labels.groups = {
        {.id = "sentences", .title = {"句子", "Sentences"}, .objects = {"PER", "LOC", "TIME"}, .classes = {}},
        {.id = "reviews", .title = {"评论", "Reviews"}, .objects = {}, .classes = {"mood", "topic"}},
        {.id = "both", .title = {"混合", "Mixed"}, .objects = {"LOC"}, .classes = {"mood"}}};
    question.items = {document("s1", "句子一", "3月18日，周明远👍到 柳林路12号。", "sentences"),
                      document("v1", "评论一", "汤还是烫的，下次还点。", "reviews"),
                      document("m1", "混合一", "去北京很开心。", "both")};
    return question;
}

Question relation_question() {
    Question question = text_question();
    for (LabelSpec relation :
         {label("VISITS", "前往", "Visits", "#009E73"), label("WHEN", "时间是", "When", "#D55E00")}) {
        relation.shape = "relation";
        question.labels.objects.push_back(std::move(relation));
    }
    question.labels.groups[0].objects = {"PER", "LOC", "TIME", "VISITS", "WHEN"};
    return question;
}

TextRig::TextRig(Question q, const HeadlessOptions& options, std::string_view language, double scale)
    : question(std::move(q)), locales(load_words()), platform(make_headless_platform(options).value()),
      ui(locales, *platform), fonts(*platform, ""), view(make_text_labels_view()),
      driver({.platform = *platform,
              .probe = ui.probe(),
              .workers = workers,
              .frame = [this] { return frame(); },
              .pass_time = [](std::int64_t) {}}) {
    ui.set_language(language);
    ui.scale = scale;
    ui.carets_blink = false;
    for (const char* each : {"zh", "en"})
        for (const auto& [key, words] : locales.words(each)) fonts.cover(words);
    for (const ItemSpec& item : question.items) fonts.cover(item.text + item.title.zh);
    for (const LabelSpec& each : question.labels.objects) fonts.cover(each.title.zh);
    apply_theme(ui.theme_id, scale);
    REQUIRE(driver.settle().has_value());
}

bool TextRig::frame() {
    workers.take_results();
    fonts.cover(ui.take_new_words());
    fonts.refresh(ui.scale);
    if (!platform->begin_frame()) return false;
    ui.begin_frame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    {
        const Scope scope(ui, "work");
        TaskFrame shown{.ui = ui,
                        .workers = workers,
                        .pack = pack,
                        .type = *find_task_type("text_labels"),
                        .question = question,
                        .answer = answer,
                        .editable = editable,
                        .comparison = comparison ? &*comparison : nullptr,
                        .new_object_id = [this] { return fmt::format("o{}", next_id_++); },
                        .emit =
                            [this](std::string_view what, Patch patch) {
                                auto inverse = apply_patch(answer, patch);
                                REQUIRE(inverse.has_value());
                                commands.emplace_back(what);
                                inverses.push_back(std::move(*inverse));
                            }};
        view->draw_ui(shown);
    }
    ImGui::End();
    ui.end_frame();
    platform->end_frame();
    return true;
}

TextRig& TextRig::drag(double from, double to) {
    REQUIRE(driver.drag("work/canvas", {from, 0}, {to, 0}).has_value());
    return *this;
}

TextRig& TextRig::click(double code_point) {
    REQUIRE(driver.click_at("work/canvas", {code_point, 0}).has_value());
    return *this;
}

TextRig& TextRig::double_click(double code_point) {
    REQUIRE(driver.double_click_at("work/canvas", {code_point, 0}).has_value());
    return *this;
}

TextRig& TextRig::keys(std::string_view chords) {
    while (!chords.empty()) {
        const auto blank = std::min(chords.find(' '), chords.size());
        REQUIRE(driver.key(chords.substr(0, blank)).has_value());
        chords.remove_prefix(std::min(blank + 1, chords.size()));
    }
    return *this;
}

TextRig& TextRig::press(std::string_view id) {
    REQUIRE(driver.click("work/" + std::string(id)).has_value());
    return *this;
}

Vec2 TextRig::place_of(double code_point) { return seen("canvas")->screen_from_content({code_point, 0}); }

TextRig& TextRig::clicks(double code_point, int times) {
    const Vec2 at = place_of(code_point);
    platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
    for (int i = 0; i < times; ++i)
        for (const bool down : {true, false}) {
            platform->set_mouse_button(0, down);
            frame();
        }
    REQUIRE(driver.settle().has_value());
    return *this;
}

TextRig& TextRig::slow_drag(double from, Vec2 to_in_screen, bool alt_at_release, int frames_outside) {
    const Vec2 at = place_of(from);
    platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
    frame();
    platform->set_mouse_button(0, true);
    frame();
    platform->set_mouse(static_cast<float>(to_in_screen.x), static_cast<float>(to_in_screen.y));
    for (int i = 0; i < frames_outside; ++i) frame();
    platform->set_modifiers(false, false, alt_at_release);
    frame();
    platform->set_mouse_button(0, false);
    frame();
    platform->set_modifiers(false, false, false);
    REQUIRE(driver.settle().has_value());
    return *this;
}

TextRig& TextRig::quick_drag(double from, double to) {
    const Vec2 start = place_of(from), end = place_of(to);
    platform->set_mouse(static_cast<float>(start.x), static_cast<float>(start.y));
    frame();
    platform->set_mouse_button(0, true);
    frame();
    platform->set_mouse(static_cast<float>(end.x), static_cast<float>(end.y));
    platform->set_mouse_button(0, false);
    REQUIRE(driver.settle().has_value());
    return *this;
}

std::string TextRig::spans() const {
    std::string words;
    for (const auto& [id, object] : answer.objects)
        if (const auto* span = std::get_if<Span>(&object.shape))
            words += fmt::format("{}{}[{},{})", words.empty() ? "" : " ", object.label, span->start, span->end);
    return words;
}

std::string TextRig::relations() const {
    std::string words;
    for (const auto& [id, object] : answer.objects)
        if (const auto* relation = std::get_if<Relation>(&object.shape))
            words += fmt::format("{}{}({}>{})", words.empty() ? "" : " ", object.label, relation->from, relation->to);
    return words;
}

TextRig& TextRig::drag_from_tag(double from, double to) {
    // Below the text of the line (1.6 em) the rows of marks begin.
    const Vec2 start = place_of(from) + Vec2{0, 1.1 * ui.em()}, end = place_of(to);
    platform->set_mouse(static_cast<float>(start.x), static_cast<float>(start.y));
    frame();
    platform->set_mouse_button(0, true);
    frame();
    for (const double share : {0.3, 0.7, 1.0}) {
        const Vec2 at = start + (end - start) * share;
        platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
        frame();
    }
    platform->set_mouse_button(0, false);
    frame();
    REQUIRE(driver.settle().has_value());
    return *this;
}

void TextRig::undo() {
    REQUIRE_FALSE(inverses.empty());
    REQUIRE(apply_patch(answer, inverses.back()).has_value());
    inverses.pop_back();
}

} // namespace biaokao::test
