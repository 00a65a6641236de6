// The objects of one item and one shape in an order that the candidate's order of drawing cannot touch: geometry,
// label, attributes, text. Only objects that are equal in all of it are told apart by id, where it makes no difference.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"

namespace biaokao {

struct Entry { // points into the answer
    const std::string* id = nullptr;
    const Object* object = nullptr;
};

// Objects of another shape than `ShapeType` are left out.
template <class ShapeType>
[[nodiscard]] std::vector<Entry> entries_by_id(const Objects& objects, std::string_view item) {
    std::vector<Entry> entries;
    for (const auto& [id, object] : objects) {
        if (object.item == item && std::holds_alternative<ShapeType>(object.shape)) entries.push_back({&id, &object});
    }
    return entries;
}

void sort_in_tie_order(std::vector<Entry>& entries);

} // namespace biaokao
