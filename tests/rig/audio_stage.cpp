#include "tests/rig/audio_stage.h"

#include <fstream>

#include <doctest/doctest.h>
#include <imgui.h>

#include "engine/media/image.h"
#include "tasks/types/task_types.h"
#include "tests/support/program_rows.h"
#include "tests/support/small_pack.h"

namespace biaokao {
std::unique_ptr<TaskView> make_audio_segments_view();
}

namespace biaokao::test {

namespace {

std::shared_ptr<const Pack> starter_pack(const Files& files, const std::string& recording) {
    PackOptions options = program_rows();
    options.check_media = false;
    auto pack = load_pack(files, BIAOKAO_SOURCE_DIR "/tasks/packs/l5-starter", options);
    REQUIRE(pack.has_value());
    if (recording.empty()) return *pack;
    auto other = std::make_shared<Pack>(**pack);
    const std::string& path = other->find_question("audio-segments")->items.front().file;
    other->files = memory_pack_files({{path, recording}});
    return other;
}

Locales real_words(const Files& files) {
    auto words = Locales::load(files, BIAOKAO_SOURCE_DIR "/assets/locales");
    REQUIRE(words.has_value());
    return *words;
}

std::unique_ptr<HeadlessPlatform> screen(const AudioStageOptions& options) {
    auto made = make_headless_platform({.width = options.width, .height = options.height, .render = options.render});
    REQUIRE(made.has_value());
    return std::move(*made);
}

JournalHeader header_of(const std::string& question) {
    JournalHeader head = header();
    head.questions = {question};
    return head;
}

} // namespace

AudioStage::AudioStage(const AudioStageOptions& options)
    : files(make_disk_files()), pack(starter_pack(*files, options.recording)),
      question(*pack->find_question("audio-segments")), sitting(header_of(question.id)), locales(real_words(*files)),
      platform(screen(options)), ui(locales, *platform), fonts(*platform, ""), view(make_audio_segments_view()),
      driver({.platform = *platform,
              .probe = ui.probe(),
              .workers = workers,
              .frame = [this] { return frame(); },
              .pass_time = [this](std::int64_t ms) { platform->advance(ms); }}),
      options_(options) {
    question.tools.overlap = options.overlap ? Overlap::allow : Overlap::refuse;
    ui.set_language(options.language);
    ui.theme_id = options.theme;
    ui.scale = options.scale;
    ui.carets_blink = false;
    if (options.render)
        for (const char* language : {"zh", "en"})
            for (const auto& [key, words] : locales.words(language)) fonts.cover(words);
    for (const auto& item : pack->questions) fonts.cover(item.sheet.task.zh);
    fonts.cover("您好这里是晨光维修站嗯请问您的洗衣机出了什么问题快点派人来吧水一直往外流啊地板都要泡坏了我急死了"
                "语音无效噪声说话人情绪平静高兴着急生气难过先开口的不客气维修单已经发到手机上保持电话畅通");
    fonts.refresh(options.scale);
    apply_theme(options.theme, options.scale);
    const auto settled = driver.settle();
    REQUIRE(settled.has_value());
}

bool AudioStage::frame() {
    workers.take_results();
    if (!platform->begin_frame()) return false;
    ui.begin_frame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    {
        const Scope scope(ui, "work");
        TaskFrame frame = task_frame();
        view->draw_ui(frame);
    }
    ImGui::End();
    ui.end_frame();
    platform->end_frame();
    return true;
}

TaskFrame AudioStage::task_frame() {
    return {.ui = ui,
            .workers = workers,
            .pack = *pack,
            .type = *find_task_type("audio_segments"),
            .question = question,
            .answer = sitting.session->answer(question.id),
            .editable = comparison_ == nullptr,
            .comparison = comparison_.get(),
            .new_object_id = [this] { return sitting.session->next_object_id(question.id); },
            .emit =
                [this](std::string_view label, Patch patch) {
                    const auto applied = sitting.session->apply({std::string(label), question.id, std::move(patch)});
                    CHECK(applied.has_value());
                }};
}

const Object& AudioStage::object(const std::string& id) const {
    const auto found = answer().objects.find(id);
    REQUIRE_MESSAGE(found != answer().objects.end(), "there is no object ", id);
    return found->second;
}

const Seen& AudioStage::seen(const std::string& id) {
    const Seen* found = ui.probe().find(id);
    REQUIRE_MESSAGE(found != nullptr, "not on the screen: ", id);
    return *found;
}

void AudioStage::add(const std::string& id, const std::string& label, Segment range, const std::string& text) {
    Object added{.item = "dialogue", .label = label, .attributes = {}, .shape = range, .text = text};
    const auto applied = sitting.session->apply(
        {"edit.audio_create", question.id, {{Change::Op::add, "/objects/" + id, json_from_object(added)}}});
    REQUIRE(applied.has_value());
    frame();
}

void AudioStage::press(std::initializer_list<const char*> chords) {
    for (const char* chord : chords) {
        CAPTURE(chord);
        REQUIRE(driver.key(chord).has_value());
    }
}

void AudioStage::shift_drag(double from_s, double to_s) {
    const auto& place = seen("work/canvas").screen_from_content;
    const Vec2 from = place({from_s, 0.8}), to = place({to_s, 0.8});
    const auto point_at = [&](Vec2 at) {
        platform->set_mouse(static_cast<float>(at.x), static_cast<float>(at.y));
        frame();
    };
    platform->set_modifiers(false, true, false);
    point_at(from);
    platform->set_mouse_button(0, true);
    frame();
    point_at(to);
    platform->set_mouse_button(0, false);
    frame();
    platform->set_modifiers(false, false, false);
    frame();
}

void AudioStage::finish_typing() {
    TaskFrame frame = task_frame();
    view->finish_typing(frame);
}

void AudioStage::compare(Answer reference, std::vector<ObjectVerdict> verdicts, std::set<std::string> highlighted) {
    reference_ = std::move(reference);
    verdicts_ = std::move(verdicts);
    comparison_ = std::make_unique<Comparison>(
        Comparison{.reference = &reference_, .verdicts = verdicts_, .highlighted = std::move(highlighted)});
    frame();
}

void AudioStage::save_picture(const std::string& path) {
    const auto image = platform->screenshot();
    REQUIRE(image.has_value());
    const auto png = encode_png(*image);
    REQUIRE(png.has_value());
    std::ofstream(path, std::ios::binary) << *png;
}

} // namespace biaokao::test
