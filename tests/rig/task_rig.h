// One task view with a real session, off screen, driven by widget ids: what a person does ends in the session's answer.
#pragma once

#include <memory>
#include <string>

#include <doctest/doctest.h>
#include <imgui.h>

#include "app/driver.h"
#include "app/platform/headless.h"
#include "app/ui/task_view.h"
#include "app/ui/theme.h"
#include "engine/base/files.h"
#include "tasks/types/task_types.h"
#include "tests/support/session_builder.h"
#include "tests/support/small_pack.h"

namespace biaokao::test {

class TaskRig {
public:
    explicit TaskRig(std::string question, SmallPack pack = {}, int width = 1280, int height = 720)
        : TaskRig(pack.load(), std::move(question), 0, width, height) {}
    // With real threads where what happens meanwhile is tested.
    TaskRig(std::shared_ptr<const Pack> pack, std::string question, int threads, int width = 1280, int height = 720)
        : pack_(std::move(pack)), question_(std::move(question)),
          locales_(*Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales")),
          platform_(std::move(*make_headless_platform({.width = width, .height = height, .render = false}))),
          ui_(locales_, *platform_), workers_(threads, {}) {
        JournalHeader head = header();
        head.questions = {question_};
        session_ = Session::create(std::move(head), clock_, sink_);
        REQUIRE(session_->start());
        view_ = make_task_view(pack_->find_question(question_)->type);
        ui_.carets_blink = false;
        apply_theme(ui_.theme_id, 1);
        if (threads == 0) REQUIRE(driver_.settle());
    }

    Driver& hand() { return driver_; }
    Session& session() { return *session_; }
    TaskView& view() { return *view_; }
    HeadlessPlatform& platform() { return *platform_; }
    Ui& ui() { return ui_; }
    const Pack& pack() { return *pack_; }
    const Answer& answer() { return session_->answer(question_); }
    std::size_t journal_lines() { return sink_.lines.size(); }
    const std::string& last_journal_line() { return sink_.lines.back(); }
    const Seen* seen(std::string_view id) { return ui_.probe().find(id); }
    void undo() {
        REQUIRE(session_->undo(question_));
        REQUIRE(driver_.settle());
    }
    void frames(int count = 1) {
        for (int i = 0; i < count; ++i) frame();
    }
    void hold_key(Key key, bool down) {
        platform_->set_key(key, down);
        frame();
    }
    TaskFrame task_frame() {
        return {.ui = ui_,
                .workers = workers_,
                .pack = *pack_,
                .type = *find_task_type(pack_->find_question(question_)->type),
                .question = *pack_->find_question(question_),
                .answer = answer(),
                .editable = editable,
                .comparison = comparison,
                .revision = [this] { return session_->revision(); },
                .objects_changed_since =
                    [this](std::uint64_t revision) { return session_->objects_changed_since(question_, revision); },
                .new_object_id = [this] { return session_->next_object_id(question_); },
                .emit =
                    [this](std::string_view label, Patch patch) {
                        CHECK(session_->apply({std::string(label), question_, std::move(patch)}));
                    }};
    }

    bool editable = true;
    const Comparison* comparison = nullptr;

private:
    bool frame() {
        workers_.take_results();
        if (!platform_->begin_frame()) return false;
        ui_.begin_frame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
        {
            const Scope scope(ui_, "work");
            TaskFrame frame = task_frame();
            view_->draw_ui(frame);
        }
        ImGui::End();
        ui_.end_frame();
        platform_->end_frame();
        return true;
    }

    std::shared_ptr<const Pack> pack_;
    std::string question_;
    Locales locales_;
    std::unique_ptr<HeadlessPlatform> platform_;
    Ui ui_;
    Workers workers_;
    FakeClock clock_;
    MemorySink sink_;
    std::unique_ptr<Session> session_;
    std::unique_ptr<TaskView> view_;
    Driver driver_{{.platform = *platform_,
                    .probe = ui_.probe(),
                    .workers = workers_,
                    .frame = [this] { return frame(); },
                    .pass_time = [this](std::int64_t ms) { clock_.pass(ms); }}};
};

} // namespace biaokao::test
