// The patch between two answers.
#include <algorithm>
#include <iterator>
#include <type_traits>

#include <fmt/format.h>

#include "engine/answer/patch_step.h"

namespace biaokao {
namespace {

using Op = Change::Op;

// Walks two sorted maps together: remove what went, add what came, `change` what stayed under its key.
template <class Map, class Write, class ChangeMember>
void compare_maps(Patch& patch, const std::string& path, const Map& before, const Map& after, Write write,
                  ChangeMember change) {
    for (const auto& [id, value] : before) {
        if (!after.contains(id)) patch.push_back({Op::remove, path + id, Json()});
    }
    for (const auto& [id, value] : after) {
        const auto old = before.find(id);
        if (old == before.end()) patch.push_back({Op::add, path + id, write(value)});
        else if (!(old->second == value)) change(path + id, old->second, value);
    }
}

void compare_text(Patch& patch, const std::string& path, const std::string& before, const std::string& after) {
    if (before != after) patch.push_back({Op::replace, path, after});
}

// Points that moved, or the one that came or went, as long as that is less than half of them; else nothing is said.
template <class Point>
bool compare_points(Patch& patch, const std::string& path, const std::vector<Point>& before,
                    const std::vector<Point>& after) {
    const auto place = [&](std::size_t index) { return path + "/" + std::to_string(index); };
    if (before.size() == after.size()) {
        Patch moved;
        for (std::size_t i = 0; i < after.size() && moved.size() * 2 <= after.size(); ++i) {
            if (!(before[i] == after[i])) moved.push_back({Op::replace, place(i), json_from_point(after[i])});
        }
        if (moved.size() * 2 > after.size()) return false;
        std::move(moved.begin(), moved.end(), std::back_inserter(patch));
        return true;
    }
    const auto& shorter = before.size() < after.size() ? before : after;
    const auto& longer = before.size() < after.size() ? after : before;
    const auto [end, other] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    if (longer.size() != shorter.size() + 1 || !std::equal(end, shorter.end(), other + 1)) return false;
    const auto index = static_cast<std::size_t>(end - shorter.begin());
    if (before.size() < after.size()) patch.push_back({Op::add, place(index), json_from_point(after[index])});
    else patch.push_back({Op::remove, place(index), Json()});
    return true;
}

void compare_shapes(Patch& patch, const std::string& object, const Shape& before, const Shape& after) {
    if (before == after) return;
    const std::string path = object + "/" + std::string(shape_name(after));
    const auto told = [&]<class ShapeType>(const ShapeType& shape) {
        if constexpr (std::is_same_v<ShapeType, Polygon> || std::is_same_v<ShapeType, Polyline>)
            return compare_points(patch, path, std::get<ShapeType>(before).points, shape.points);
        else if constexpr (std::is_same_v<ShapeType, Keypoints>) {
            const auto& old = std::get<Keypoints>(before).points;
            return old.size() == shape.points.size() && compare_points(patch, path, old, shape.points);
        } else return false;
    };
    if (!std::visit(told, after)) patch.push_back({Op::replace, path, json_from_shape(after)});
}

void compare_objects(Patch& patch, const std::string& path, const Object& before, const Object& after) {
    if (before.shape.index() != after.shape.index()) {
        patch.push_back({Op::replace, path, json_from_object(after)});
        return;
    }
    compare_text(patch, path + "/item", before.item, after.item);
    compare_text(patch, path + "/label", before.label, after.label);
    compare_text(patch, path + "/text", before.text, after.text);
    compare_text(patch, path + "/group", before.group, after.group);
    compare_shapes(patch, path, before.shape, after.shape);
    compare_maps(patch, path + "/attributes/", before.attributes, after.attributes, json_from_attribute,
                 [&](const std::string& place, const AttributeValue&, const AttributeValue& value) {
                     patch.push_back({Op::replace, place, json_from_attribute(value)});
                 });
}

// Cell by cell where the row stays one; else the whole row.
void compare_rows(Patch& patch, const std::string& path, const RowChange& before, const RowChange& after) {
    if (before.removed != after.removed || before.cells.empty() || after.cells.empty())
        return patch.push_back({Op::replace, path, json_from_row_change(after)});
    compare_maps(patch, path + "/", before.cells, after.cells, json_from_attribute,
                 [&](const std::string& place, const AttributeValue&, const AttributeValue& value) {
                     patch.push_back({Op::replace, place, json_from_attribute(value)});
                 });
}

std::string_view op_name(Op op) {
    switch (op) {
    case Op::add: return "add";
    case Op::replace: return "replace";
    case Op::remove: return "remove";
    }
    BIAOKAO_ASSERT(false);
}

std::optional<Op> op_from_name(std::string_view name) {
    for (const Op op : {Op::add, Op::replace, Op::remove}) {
        if (op_name(op) == name) return op;
    }
    return std::nullopt;
}

std::optional<Change> change_from_json(const Json& value) {
    const Json* op = value.find("op");
    const Json* path = value.find("path");
    const Json* operand = value.find("value");
    if (!op || !op->string() || !path || !path->string()) return std::nullopt;
    if (value.object()->size() != (operand ? 3u : 2u)) return std::nullopt; // a member that nobody knows
    return change_from_members(*op->string(), *path->string(), operand ? std::optional(*operand) : std::nullopt);
}

} // namespace

void compare_items(Patch& patch, const std::string& path, const ItemAnswer& before, const ItemAnswer& after) {
    compare_maps(patch, path + "/class/", before.classes, after.classes, json_from_class_value,
                 [&](const std::string& place, const ClassValue&, const ClassValue& value) {
                     patch.push_back({Op::replace, place, json_from_class_value(value)});
                 });
    compare_maps(patch, path + "/attributes/", before.attributes, after.attributes, json_from_attribute,
                 [&](const std::string& place, const AttributeValue&, const AttributeValue& value) {
                     patch.push_back({Op::replace, place, json_from_attribute(value)});
                 });
    if (before.order != after.order) patch.push_back({Op::replace, path + "/order", json_from_order(after.order)});
    compare_maps(
        patch, path + "/rows/", before.rows, after.rows, json_from_row_change,
        [&](const std::string& place, const RowChange& a, const RowChange& b) { compare_rows(patch, place, a, b); });
    if (before.saved != after.saved) patch.push_back({Op::replace, path + "/saved", Json(after.saved)});
    if (before.checked != after.checked) patch.push_back({Op::replace, path + "/checked", Json(after.checked)});
}

Patch patch_between(const Answer& before, const Answer& after) {
    Patch patch;
    compare_maps(
        patch, "/objects/", before.objects, after.objects, json_from_object,
        [&](const std::string& path, const Object& a, const Object& b) { compare_objects(patch, path, a, b); });
    compare_maps(
        patch, "/items/", before.items, after.items, json_from_item_answer,
        [&](const std::string& path, const ItemAnswer& a, const ItemAnswer& b) { compare_items(patch, path, a, b); });
    compare_text(patch, "/file_name", before.file_name, after.file_name);
    return patch;
}

Patch boundary_patch(std::string_view id, std::string_view next, double time_s) {
    return {{Op::replace, fmt::format("/objects/{}/boundary/{}", id, next), json_from_number(time_s)}};
}

Json json_from_patch(const Patch& patch) {
    Json::Array changes;
    for (const Change& change : patch) {
        Json::Object members{{"op", op_name(change.op)}, {"path", change.path}};
        if (change.op != Op::remove) members.emplace_back("value", change.value);
        changes.emplace_back(std::move(members));
    }
    return changes;
}

std::optional<Change> change_from_members(std::string_view op, std::string path, std::optional<Json> value) {
    const auto kind = op_from_name(op);
    if (!kind || (*kind == Op::remove) == value.has_value()) return std::nullopt;
    return Change{*kind, std::move(path), value ? std::move(*value) : Json()};
}

Result<Patch> patch_from_json(const Json& value, const std::string& where) {
    const auto* changes = value.array();
    if (!changes) return fail("error.patch_form", where);
    Patch patch;
    patch.reserve(changes->size());
    for (std::size_t i = 0; i < changes->size(); ++i) {
        auto change = change_from_json((*changes)[i]);
        if (!change) return fail("error.patch_form", where + "/" + std::to_string(i));
        patch.push_back(std::move(*change));
    }
    return patch;
}

} // namespace biaokao
