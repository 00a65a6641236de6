#include "app/ui/labelling/selection.h"

#include <algorithm>

namespace biaokao {

void toggle_all(ObjectIds& set, const ObjectIds& ids) {
    const bool all = std::all_of(ids.begin(), ids.end(), [&](const auto& id) { return set.contains(id); });
    for (const std::string& id : ids) {
        if (all) set.erase(id);
        else set.insert(id);
    }
}

void Selection::clear() {
    ids_.clear();
    anchor_.clear();
}

void Selection::choose(std::string_view id) {
    clear();
    if (id.empty()) return;
    ids_.emplace(id);
    anchor_ = id;
}

void Selection::choose_all(const ObjectIds& ids) {
    ids_ = ids;
    if (!contains(anchor_)) anchor_ = ids_.empty() ? std::string() : *ids_.begin();
}

void Selection::toggle(std::string_view id) {
    if (const auto entry = ids_.find(id); entry != ids_.end()) {
        ids_.erase(entry);
        if (anchor_ == id) anchor_ = ids_.empty() ? std::string() : *ids_.rbegin();
        return;
    }
    ids_.emplace(id);
    anchor_ = id;
}

void Selection::extend_to(std::string_view id, std::span<const std::string> order) {
    const auto from = std::find(order.begin(), order.end(), anchor_);
    const auto to = std::find(order.begin(), order.end(), id);
    if (from == order.end() || to == order.end()) {
        choose(id);
        return;
    }
    // The anchor stays, so that a second Shift+click starts from the same row.
    ids_.clear();
    ids_.insert(std::min(from, to), std::max(from, to) + 1);
}

void Selection::step(int direction, std::span<const std::string> order) {
    if (order.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    const auto found = std::find(order.begin(), order.end(), anchor_);
    std::ptrdiff_t next = direction > 0 ? 0 : count - 1;
    if (found != order.end()) next = (found - order.begin() + direction + count) % count;
    choose(order[static_cast<std::size_t>(next)]);
}

void Selection::keep_existing(const Objects& objects, std::string_view item) {
    std::erase_if(ids_, [&](const std::string& id) {
        const auto object = objects.find(id);
        return object == objects.end() || object->second.item != item;
    });
    if (!contains(anchor_)) anchor_ = ids_.empty() ? std::string() : *ids_.rbegin();
}

} // namespace biaokao
