#include "graders/cases/shape_cases.h"

#include <cmath>

namespace biaokao {

double read_coordinate(const CaseNode& node) {
    const double value = node.number();
    if (std::abs(value) <= 1e15) return value;
    node.refuse("error.case_range", {{"low", "-1e15"}, {"high", "1e15"}});
    return 0;
}

Vec2 read_point(const CaseNode& node) {
    if (!node.is_list_of(2)) return {};
    const auto numbers = node.elements();
    return {read_coordinate(node.at(numbers[0])), read_coordinate(node.at(numbers[1]))};
}

} // namespace biaokao
