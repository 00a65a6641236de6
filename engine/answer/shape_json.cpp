// Shapes as they stand in files.
#include <array>
#include <cmath>

#include "engine/answer/answer.h"
#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

// As the alternatives of Shape.
constexpr std::array<std::string_view, 10> shape_names{"box",      "span",      "segment",  "rotated_box", "polygon",
                                                       "polyline", "keypoints", "relation", "mask",        "ellipse"};
constexpr double coordinate_limit = 1e9;
constexpr std::size_t fewest_polygon_points = 3, fewest_polyline_points = 2;

template <std::size_t count>
std::optional<std::array<double, count>> numbers_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() != count) return std::nullopt;
    std::array<double, count> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        if (!(*items)[i].is_number()) return std::nullopt;
        numbers[i] = (*items)[i].number();
        if (!(std::abs(numbers[i]) <= coordinate_limit)) return std::nullopt; // NaN too
    }
    return numbers;
}

std::optional<Shape> span_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() != 2) return std::nullopt;
    const auto* start = (*items)[0].integer();
    const auto* end = (*items)[1].integer();
    if (!start || !end || *start < 0 || *end < *start || static_cast<double>(*end) > coordinate_limit)
        return std::nullopt;
    return Span{*start, *end};
}

std::optional<Shape> box_from_json(const Json& value) {
    const auto numbers = numbers_from_json<4>(value);
    if (!numbers || (*numbers)[2] < 0 || (*numbers)[3] < 0) return std::nullopt;
    return Box{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
}

std::optional<Shape> segment_from_json(const Json& value) {
    const auto numbers = numbers_from_json<2>(value);
    if (!numbers || (*numbers)[0] < 0 || (*numbers)[1] < (*numbers)[0]) return std::nullopt;
    return Segment{(*numbers)[0], (*numbers)[1]};
}

// A turned box or an ellipse: its centre, two lengths, an angle.
template <class Turned>
std::optional<Shape> turned_from_json(const Json& value) {
    const auto numbers = numbers_from_json<5>(value);
    if (!numbers || (*numbers)[2] < 0 || (*numbers)[3] < 0) return std::nullopt;
    return Turned{{(*numbers)[0], (*numbers)[1]}, (*numbers)[2], (*numbers)[3], (*numbers)[4]};
}

template <class Point, class Read>
std::optional<std::vector<Point>> points_from_json(const Json& value, std::size_t fewest, const Read& read) {
    const auto* items = value.array();
    if (!items || items->size() < fewest || items->size() > max_points_in_shape) return std::nullopt;
    std::vector<Point> points;
    points.reserve(items->size());
    for (const Json& item : *items) {
        const auto point = read(item);
        if (!point) return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

std::optional<Shape> relation_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() != 2) return std::nullopt;
    const auto *from = (*items)[0].string(), *to = (*items)[1].string();
    if (!from || !to || !is_id(*from) || !is_id(*to)) return std::nullopt;
    return Relation{*from, *to};
}

// {"size": [height, width], "counts": "…"}, as COCO has it.
std::optional<Shape> mask_from_json(const Json& value) {
    const Json *size = value.find("size"), *counts = value.find("counts");
    if (!size || !counts || value.object()->size() != 2) return std::nullopt;
    const auto* sides = size->array();
    const auto* text = counts->string();
    if (!sides || sides->size() != 2 || !text) return std::nullopt;
    const auto *height = (*sides)[0].integer(), *width = (*sides)[1].integer();
    if (!height || !width) return std::nullopt;
    auto mask = mask_from_text(*height, *width, *text);
    return mask ? std::optional<Shape>(std::move(*mask)) : std::nullopt;
}

struct ShapeWriter {
    Json operator()(const Box& box) const {
        return Json::Array{json_from_number(box.x), json_from_number(box.y), json_from_number(box.width),
                           json_from_number(box.height)};
    }
    Json operator()(const Span& span) const { return Json::Array{span.start, span.end}; }
    Json operator()(const Segment& segment) const {
        return Json::Array{json_from_number(segment.start_s), json_from_number(segment.end_s)};
    }
    Json operator()(const RotatedBox& box) const {
        return Json::Array{json_from_number(box.centre.x), json_from_number(box.centre.y), json_from_number(box.width),
                           json_from_number(box.height), json_from_number(box.degrees)};
    }
    Json operator()(const Ellipse& ellipse) const {
        return Json::Array{json_from_number(ellipse.centre.x), json_from_number(ellipse.centre.y),
                           json_from_number(ellipse.radius_x), json_from_number(ellipse.radius_y),
                           json_from_number(ellipse.degrees)};
    }
    Json operator()(const Polygon& polygon) const { return list(polygon.points); }
    Json operator()(const Polyline& line) const { return list(line.points); }
    Json operator()(const Keypoints& keypoints) const { return list(keypoints.points); }
    Json operator()(const Relation& relation) const { return Json::Array{relation.from, relation.to}; }
    Json operator()(const MaskRuns& mask) const {
        return Json::Object{{"size", Json::Array{std::int64_t{mask.height}, std::int64_t{mask.width}}},
                            {"counts", text_from_mask(mask)}};
    }

private:
    template <class Point>
    static Json list(const std::vector<Point>& points) {
        Json::Array items;
        items.reserve(points.size());
        for (const Point& point : points) items.push_back(json_from_point(point));
        return items;
    }
};

} // namespace

// A number that happens to be whole is written without ".0": shorter, and the same when it is read back.
Json json_from_number(double number) {
    constexpr double exact_integers = 9007199254740992; // 2^53
    if (std::abs(number) < exact_integers && number == std::floor(number))
        return Json(static_cast<std::int64_t>(number));
    return Json(number);
}

std::optional<Vec2> point_from_json(const Json& value) {
    const auto numbers = numbers_from_json<2>(value);
    return numbers ? std::optional(Vec2{(*numbers)[0], (*numbers)[1]}) : std::nullopt;
}

std::optional<Keypoint> keypoint_from_json(const Json& value) {
    const auto numbers = numbers_from_json<3>(value);
    if (!numbers) return std::nullopt;
    const double visibility = (*numbers)[2];
    if (visibility != 0 && visibility != 1 && visibility != 2) return std::nullopt;
    return Keypoint{{(*numbers)[0], (*numbers)[1]}, static_cast<Visibility>(static_cast<int>(visibility))};
}

Json json_from_point(Vec2 point) { return Json::Array{json_from_number(point.x), json_from_number(point.y)}; }

Json json_from_point(const Keypoint& point) {
    return Json::Array{json_from_number(point.at.x), json_from_number(point.at.y), static_cast<int>(point.visibility)};
}

std::string_view shape_name(const Shape& shape) { return shape_names[shape.index()]; }

std::span<const std::string_view> all_shape_names() {
    static_assert(std::variant_size_v<Shape> == shape_names.size());
    return shape_names;
}

std::optional<Shape> shape_from_json(std::string_view name, const Json& value) {
    if (name == "span") return span_from_json(value);
    if (name == "box") return box_from_json(value);
    if (name == "segment") return segment_from_json(value);
    if (name == "rotated_box") return turned_from_json<RotatedBox>(value);
    if (name == "ellipse") return turned_from_json<Ellipse>(value);
    if (name == "relation") return relation_from_json(value);
    if (name == "mask") return mask_from_json(value);
    if (name == "polygon") {
        auto points = points_from_json<Vec2>(value, fewest_polygon_points, point_from_json);
        return points ? std::optional<Shape>(Polygon{std::move(*points)}) : std::nullopt;
    }
    if (name == "polyline") {
        auto points = points_from_json<Vec2>(value, fewest_polyline_points, point_from_json);
        return points ? std::optional<Shape>(Polyline{std::move(*points)}) : std::nullopt;
    }
    if (name == "keypoints") {
        auto points = points_from_json<Keypoint>(value, 1, keypoint_from_json);
        return points ? std::optional<Shape>(Keypoints{std::move(*points)}) : std::nullopt;
    }
    return std::nullopt;
}

Json json_from_shape(const Shape& shape) { return std::visit(ShapeWriter{}, shape); }

} // namespace biaokao
