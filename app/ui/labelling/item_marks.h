// The marks of the open item, "saved" and "checked": their buttons and keys, and why an item cannot be checked yet.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/task_view.h"

namespace biaokao {

class ItemMarks {
public:
    // Ctrl+S, C, Ctrl+K and Ctrl+Enter, once a frame, wherever the buttons stand.
    void act_on_keys(TaskFrame& frame);
    // The buttons "save" and "check", as wide as the panel or, in a line of tools, as their words.
    void buttons_ui(TaskFrame& frame, std::string_view item, bool full_width = true);

    struct Done {
        std::string item, object; // where to go now; empty: stay
    };
    // At the end of the frame, in the region of the whole workspace: does what was asked for, after `finish_typing`, so
    // that words in the hand count. An item that is not finished is not checked: a list says why, and leads there.
    // Empty when nothing was done; else the canvas takes the keyboard back.
    [[nodiscard]] std::optional<Done> carry_out(TaskFrame& frame, const std::string& item,
                                                const std::function<void()>& finish_typing);

private:
    enum class Wish { none, save, check, finish };
    [[nodiscard]] bool may_be_checked(TaskFrame& frame, const std::string& item);
    [[nodiscard]] std::string finish(TaskFrame& frame, const std::string& item);
    [[nodiscard]] std::optional<Done> reasons_ui(Ui& ui);

    Wish wish_ = Wish::none;
    std::vector<ItemFinding> reasons_; // shown until one is chosen
};

} // namespace biaokao
