// Changes of objects: whole ones, their texts and attributes, their shape or one of its points.
#include <algorithm>
#include <charconv>

#include "engine/answer/patch_step.h"
#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

using Op = Change::Op;

std::optional<Object> read_object(const Json& value) {
    Problems problems;
    Object object = object_from_json(value, "", "", problems);
    return problems.empty() ? std::optional(std::move(object)) : std::nullopt;
}

PatchStep set_shape(Object& object, const Change& change) {
    // The shape of an object cannot go, and a box does not become a span: that is another object.
    if (change.op != Op::replace) return refused(bad_target);
    auto shape = shape_from_json(shape_name(object.shape), change.value);
    if (!shape) return refused(bad_value);
    return Patch{{Op::replace, change.path, json_from_shape(std::exchange(object.shape, std::move(*shape)))}};
}

std::optional<std::size_t> index_from(std::string_view text) {
    std::size_t index = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), index).ptr;
    const bool plain = !text.empty() && end == text.data() + text.size() && (text.size() == 1 || text[0] != '0');
    return plain ? std::optional(index) : std::nullopt;
}

// Add stands before the point with that index, or behind the last one.
template <class Point, class Read>
PatchStep set_point(std::vector<Point>& points, std::size_t fewest, std::string_view name, const Change& change,
                    const Read& read) {
    const auto index = index_from(name);
    if (!index) return refused(bad_path);
    if (change.op == Op::add ? *index > points.size() : *index >= points.size()) return refused(bad_target);
    const auto place = points.begin() + static_cast<std::ptrdiff_t>(*index);
    if (change.op == Op::remove) {
        if (points.size() <= fewest) return refused(bad_value);
        Patch back{{Op::add, change.path, json_from_point(*place)}};
        points.erase(place);
        return back;
    }
    const auto point = read(change.value);
    if (!point || (change.op == Op::add && points.size() >= max_points_in_shape)) return refused(bad_value);
    if (change.op == Op::add) {
        points.insert(place, *point);
        return Patch{{Op::remove, change.path, Json()}};
    }
    return Patch{{Op::replace, change.path, json_from_point(std::exchange(*place, *point))}};
}

PatchStep change_point(Shape& shape, std::string_view index, const Change& change) {
    constexpr std::size_t fewest_of_polygon = 3, fewest_of_polyline = 2;
    if (auto* polygon = std::get_if<Polygon>(&shape))
        return set_point(polygon->points, fewest_of_polygon, index, change, point_from_json);
    if (auto* line = std::get_if<Polyline>(&shape))
        return set_point(line->points, fewest_of_polyline, index, change, point_from_json);
    auto* keypoints = std::get_if<Keypoints>(&shape);
    // Key points have their meaning by their place: one can move, none can come or go.
    if (!keypoints || change.op != Op::replace) return refused(bad_path);
    return set_point(keypoints->points, 1, index, change, keypoint_from_json);
}

// The time at which one segment ends and the next begins: it stays one, and a drag of it one short change.
PatchStep move_boundary(Answer& answer, std::string_view id, std::string_view next, const Change& change) {
    const auto first = answer.objects.find(id), second = answer.objects.find(next);
    if (first == answer.objects.end() || second == answer.objects.end()) return refused(bad_target);
    auto* left = std::get_if<Segment>(&first->second.shape);
    auto* right = std::get_if<Segment>(&second->second.shape);
    if (change.op != Op::replace || !left || !right || left == right || first->second.item != second->second.item ||
        left->end_s != right->start_s)
        return refused(bad_target);
    if (!change.value.is_number()) return refused(bad_value);
    const double time_s = change.value.number();
    if (time_s < left->start_s || time_s > right->end_s) return refused(bad_value);
    right->start_s = time_s;
    return Patch{{Op::replace, change.path, json_from_number(std::exchange(left->end_s, time_s))}};
}

PatchStep change_text(Object& object, std::string_view member, const Change& change) {
    if (member == "label") return set_text(object.label, change);
    if (member == "text") return set_text(object.text, change);
    if (member == "group") {
        const auto* group = change.value.string();
        if (change.op != Change::Op::remove && group && !group->empty() && !is_id(*group)) return refused(bad_value);
        return set_text(object.group, change);
    }
    if (change.op == Op::remove || !change.value.string() || !is_id(*change.value.string())) return refused(bad_value);
    return set_text(object.item, change);
}

} // namespace

PatchStep set_text(std::string& text, const Change& change) {
    const auto* value = change.value.string();
    if (change.op == Op::remove ? text.empty() : false) return refused(bad_target);
    if (change.op != Op::remove && !value) return refused(bad_value);
    std::string before = std::exchange(text, change.op == Op::remove ? std::string() : *value);
    return Patch{{Op::replace, change.path, std::move(before)}};
}

PatchStep change_object(Answer& answer, const std::vector<std::string_view>& parts, const Change& change) {
    if (parts.size() == 2) {
        if (change.op == Op::add && answer.objects.size() >= max_objects_in_answer) return refused(bad_value);
        return set_member(answer.objects, parts[1], change, false, read_object, json_from_object);
    }
    const std::string_view member = parts[2];
    if (member == "boundary" && parts.size() == 4) return move_boundary(answer, parts[1], parts[3], change);
    const auto names = all_shape_names();
    const bool is_shape = std::find(names.begin(), names.end(), member) != names.end();
    const bool is_text = member == "label" || member == "text" || member == "item" || member == "group";
    const bool is_attribute = parts.size() == 4 && member == "attributes" && is_id(parts[3]);
    const bool is_member = parts.size() == 3 && (is_shape || is_text);
    const bool is_point = parts.size() == 4 && is_shape;
    if (!is_attribute && !is_member && !is_point) return refused(bad_path);

    const auto found = answer.objects.find(parts[1]);
    if (found == answer.objects.end()) return refused(bad_target);
    Object& object = found->second;
    if (is_attribute)
        return set_member(object.attributes, parts[3], change, true, attribute_from_json, json_from_attribute);
    if (is_text) return change_text(object, member, change);
    if (member != shape_name(object.shape)) return refused(bad_target);
    return is_point ? change_point(object.shape, parts[3], change) : set_shape(object, change);
}

} // namespace biaokao
