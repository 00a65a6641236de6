// What is selected in a workspace: a set of object ids and the anchor, the one chosen last. Never answer data.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "engine/answer/answer.h"

namespace biaokao {

// Takes `ids` out of `set` where all of them are in it, else puts them in: hide or show, lock or unlock.
void toggle_all(ObjectIds& set, const ObjectIds& ids);

class Selection {
public:
    [[nodiscard]] const ObjectIds& ids() const { return ids_; }
    [[nodiscard]] bool empty() const { return ids_.empty(); }
    [[nodiscard]] std::size_t size() const { return ids_.size(); }
    [[nodiscard]] bool contains(std::string_view id) const { return ids_.find(id) != ids_.end(); }
    // The object that keys and editors start from; empty when nothing is selected.
    [[nodiscard]] const std::string& anchor() const { return anchor_; }

    void clear();
    void choose(std::string_view id); // this one alone; an empty id clears
    void choose_all(const ObjectIds& ids);
    void toggle(std::string_view id); // Ctrl+click
    // Shift+click: everything from the anchor to `id` in the order that is shown.
    void extend_to(std::string_view id, std::span<const std::string> order);
    // Next or previous of `order` after the anchor, round the ends; the first or last when nothing is selected.
    void step(int direction, std::span<const std::string> order);
    // Drops what is no object of this item any more (undo, delete, another item).
    void keep_existing(const Objects& objects, std::string_view item);

private:
    ObjectIds ids_;
    std::string anchor_;
};

} // namespace biaokao
