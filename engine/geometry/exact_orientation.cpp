#include "engine/geometry/exact_orientation.h"

#include <array>
#include <span>

namespace biaokao {
namespace {

// A sum of two doubles that has not been rounded.
struct Exact {
    double high = 0, low = 0;
};

Exact exact_sum(double a, double b) {
    const double sum = a + b, part = sum - a;
    return {sum, (a - (sum - part)) + (b - part)};
}

Exact exact_difference(double a, double b) { return exact_sum(a, -b); }

Exact exact_product(double a, double b) {
    const double product = a * b;
    return {product, std::fma(a, b, -product)};
}

int sign_of(double value) { return (value > 0) - (value < 0); }

// Rounding is monotone, so of two unrounded products the one with the larger rounded value is the larger one.
int compare(Exact a, Exact b) {
    if (a.high != b.high) return a.high > b.high ? 1 : -1;
    return (a.low > b.low) - (a.low < b.low);
}

// Shewchuk's expansions: the parts never overlap, so the last one that is not 0 has the sign of the sum.
int sign_of_sum(std::span<const double> terms) {
    std::array<double, 12> parts{};
    std::size_t used = 0;
    for (const double term : terms) {
        double carried = term;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < used; ++i) {
            const Exact sum = exact_sum(carried, parts[i]);
            carried = sum.high;
            if (sum.low != 0) parts[kept++] = sum.low;
        }
        if (carried != 0 || kept == 0) parts[kept++] = carried;
        used = kept;
    }
    return sign_of(parts[used - 1]);
}

} // namespace

int orientation_of_near_points(Vec2 a, Vec2 b, Vec2 c) {
    const Exact bx = exact_difference(b.x, a.x), by = exact_difference(b.y, a.y);
    const Exact cx = exact_difference(c.x, a.x), cy = exact_difference(c.y, a.y);
    // Pixels and hundredths of them that lie near to one another differ by a double, as a rule.
    if (bx.low == 0 && by.low == 0 && cx.low == 0 && cy.low == 0)
        return compare(exact_product(bx.high, cy.high), exact_product(by.high, cx.high));
    // bx·cy − by·cx = b.x·c.y − b.x·a.y − a.x·c.y − b.y·c.x + b.y·a.x + a.y·c.x
    const std::array products{exact_product(b.x, c.y),  exact_product(-b.x, a.y), exact_product(-a.x, c.y),
                              exact_product(-b.y, c.x), exact_product(b.y, a.x),  exact_product(a.y, c.x)};
    std::array<double, 12> terms{};
    for (std::size_t i = 0; i < products.size(); ++i) {
        terms[2 * i] = products[i].high;
        terms[2 * i + 1] = products[i].low;
    }
    return sign_of_sum(terms);
}

} // namespace biaokao
