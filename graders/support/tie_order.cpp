#include "graders/support/tie_order.h"

#include <algorithm>
#include <tuple>

namespace biaokao {
namespace {

// The numbers of a shape in the order of its file; relations have none.
struct Numbers {
    std::vector<double> operator()(const Box& box) const { return {box.x, box.y, box.width, box.height}; }
    std::vector<double> operator()(const Span& span) const {
        return {static_cast<double>(span.start), static_cast<double>(span.end)};
    }
    std::vector<double> operator()(const Segment& segment) const { return {segment.start_s, segment.end_s}; }
    std::vector<double> operator()(const RotatedBox& box) const {
        return {box.centre.x, box.centre.y, box.width, box.height, box.degrees};
    }
    std::vector<double> operator()(const Ellipse& ellipse) const {
        return {ellipse.centre.x, ellipse.centre.y, ellipse.radius_x, ellipse.radius_y, ellipse.degrees};
    }
    std::vector<double> operator()(const Polygon& polygon) const { return of_points(polygon.points); }
    std::vector<double> operator()(const Polyline& line) const { return of_points(line.points); }
    std::vector<double> operator()(const Keypoints& keypoints) const {
        std::vector<double> numbers;
        for (const Keypoint& point : keypoints.points)
            numbers.insert(numbers.end(), {point.at.x, point.at.y, static_cast<double>(point.visibility)});
        return numbers;
    }
    std::vector<double> operator()(const MaskRuns& mask) const {
        std::vector<double> numbers{static_cast<double>(mask.height), static_cast<double>(mask.width)};
        for (const PixelRun& run : mask.runs)
            numbers.insert(numbers.end(), {static_cast<double>(run.start), static_cast<double>(run.end)});
        return numbers;
    }
    std::vector<double> operator()(const Relation&) const { return {}; }

private:
    static std::vector<double> of_points(const std::vector<Vec2>& points) {
        std::vector<double> numbers;
        for (const Vec2 point : points) numbers.insert(numbers.end(), {point.x, point.y});
        return numbers;
    }
};

struct Keyed {
    std::vector<double> numbers;
    Entry entry;
};

bool comes_before(const Keyed& a, const Keyed& b) {
    const auto rest = [](const Object& o) { return std::tie(o.label, o.attributes, o.text, o.group); };
    const Object &left = *a.entry.object, &right = *b.entry.object;
    if (a.numbers != b.numbers) return a.numbers < b.numbers;
    if (rest(left) != rest(right)) return rest(left) < rest(right);
    return IdOrder{}(*a.entry.id, *b.entry.id);
}

} // namespace

void sort_in_tie_order(std::vector<Entry>& entries) {
    std::vector<Keyed> keyed;
    keyed.reserve(entries.size());
    for (const Entry& entry : entries) keyed.push_back({std::visit(Numbers{}, entry.object->shape), entry});
    std::sort(keyed.begin(), keyed.end(), comes_before);
    for (std::size_t i = 0; i < entries.size(); ++i) entries[i] = keyed[i].entry;
}

} // namespace biaokao
