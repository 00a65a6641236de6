// The screen of one kind of task. A view holds zoom, tool and selection, never answer data: it draws the answer it
// is given and emits commands.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "app/ui/ui.h"
#include "app/ui/workers.h"
#include "engine/pack/key.h"
#include "engine/pack/pack.h"
#include "engine/pack/task_type.h"
#include "engine/session/session.h"

namespace biaokao {

// What the comparison after a drill shows.
enum class CompareShow { mine, reference, both };
struct Comparison {
    const Answer* reference = nullptr;
    std::span<const ObjectVerdict> verdicts;
    std::set<std::string> highlighted; // ids of objects and references of the chosen rubric item
    CompareShow show = CompareShow::both;
    std::span<const IgnoreRegion> ignore = {}; // of pictures: where too much counts for nothing
};

// Everything a view may see in one frame.
struct TaskFrame {
    Ui& ui;
    Workers& workers;
    const Pack& pack;
    const TaskType& type; // of the question
    const Question& question;
    const Answer& answer;
    bool editable = true;                    // false: ended, submitted, or a result is shown
    const Comparison* comparison = nullptr;  // result screen only
    std::function<std::uint64_t()> revision; // another number after every change of the answer
    // Ids of the objects that changed after that revision; nothing where any may have. May be absent.
    std::function<std::optional<std::vector<std::string>>(std::uint64_t revision)> objects_changed_since = {};
    std::function<std::string()> new_object_id;                    // a fresh id, never used before
    std::function<void(std::string_view label, Patch patch)> emit; // one gesture, one undo step, one journal line
};

class TaskView {
public:
    virtual ~TaskView() = default;
    // Fills the current ImGui content region: canvas, tools, lists. Works from 680 × 330 px at 200 % on.
    virtual void draw_ui(TaskFrame& frame) = 0;
    // Shows this item, and selects and reveals this object (of the answer or the reference), if given.
    virtual void show(std::string_view item, std::string_view object) = 0;
    [[nodiscard]] virtual const std::string& current_item() const = 0;
    // Drops an unfinished drag or drawing: time is up, or the question is left.
    virtual void cancel_gesture() = 0;
    // Ctrl+Z while a shape is being drawn takes back its last corner: true when it did, and nothing else is undone.
    virtual bool undo_in_hand() { return false; }
    // Commits a text that is still being typed (Ctrl+S, leaving the question).
    virtual void finish_typing(TaskFrame& frame) = 0;
    // Another question is shown: what takes much memory and can be made again goes.
    virtual void put_away() {}
    // True while something moves by itself (playback, a decode): the next frame must come soon.
    [[nodiscard]] virtual bool animating() const = 0;
};

// By the type of the question; null for a type that this program does not know, or scores without having a workspace.
[[nodiscard]] std::unique_ptr<TaskView> make_task_view(std::string_view type);
// Can the question be worked on here? Not where its type has no view, or a label has a shape that the view cannot draw.
[[nodiscard]] bool has_workspace(const Question& question);

} // namespace biaokao
