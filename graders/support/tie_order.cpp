#include "graders/support/tie_order.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace biaokao {
namespace {

std::array<double, 4> numbers_of(const Shape& shape) {
    if (const Box* box = std::get_if<Box>(&shape)) return {box->x, box->y, box->width, box->height};
    if (const Span* span = std::get_if<Span>(&shape))
        return {static_cast<double>(span->start), static_cast<double>(span->end), 0, 0};
    const Segment& segment = std::get<Segment>(shape);
    return {segment.start_s, segment.end_s, 0, 0};
}

} // namespace

void sort_in_tie_order(std::vector<Entry>& entries) {
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const auto left = numbers_of(a.object->shape), right = numbers_of(b.object->shape);
        const auto rest = [](const Object& o) { return std::tie(o.label, o.attributes, o.text); };
        if (left != right) return left < right;
        if (rest(*a.object) != rest(*b.object)) return rest(*a.object) < rest(*b.object);
        return IdOrder{}(*a.id, *b.id);
    });
}

} // namespace biaokao
