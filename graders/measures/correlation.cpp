#include "graders/measures/correlation.h"

#include <algorithm>
#include <cmath>

#include "engine/base/result.h"
#include "graders/measures/compensated_sum.h"

namespace biaokao {
namespace {

struct Point {
    double x = 0, y = 0;
};

// One row, ranks doubled: the mean of two neighbouring ranks is then a whole number.
struct RankedRow {
    double y = 0;
    double twice_rank_x = 0;
};

struct RankCorrelations {
    double spearman = 0, kendall_tau_b = 0;
};

constexpr std::size_t short_run = 8;

// Sorts a short run by y; returns how many pairs were in the wrong order.
double insertion_sort(std::span<RankedRow> rows) {
    std::size_t moved = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const RankedRow row = rows[i];
        std::size_t at = i;
        for (; at > 0 && row.y < rows[at - 1].y; --at) rows[at] = rows[at - 1];
        rows[at] = row;
        moved += i - at;
    }
    return static_cast<double>(moved);
}

// Merges two sorted halves; a row of the right half overtakes all that is left of the left one.
double merge_halves(std::span<const RankedRow> left, std::span<const RankedRow> right, RankedRow* out) {
    std::size_t l = 0, r = 0, overtaken = 0;
    while (l < left.size() && r < right.size()) {
        const bool take_right = right[r].y < left[l].y;
        *out++ = take_right ? right[r] : left[l];
        overtaken += take_right ? left.size() - l : 0;
        l += !take_right;
        r += take_right;
    }
    out = std::copy(left.begin() + static_cast<std::ptrdiff_t>(l), left.end(), out);
    std::copy(right.begin() + static_cast<std::ptrdiff_t>(r), right.end(), out);
    return static_cast<double>(overtaken);
}

// Sorts by y, bottom up; returns how many pairs were in the wrong order, equal ones not among them.
double sort_by_y(std::vector<RankedRow>& rows) {
    double exchanges = 0;
    const std::size_t n = rows.size();
    for (std::size_t at = 0; at < n; at += short_run)
        exchanges += insertion_sort(std::span(rows).subspan(at, std::min(short_run, n - at)));
    std::vector<RankedRow> merged(n);
    for (std::size_t run = short_run; run < n; run *= 2) {
        for (std::size_t at = 0; at < n; at += 2 * run) {
            const std::size_t middle = std::min(at + run, n), end = std::min(at + 2 * run, n);
            const std::span<const RankedRow> all(rows);
            exchanges +=
                merge_halves(all.subspan(at, middle - at), all.subspan(middle, end - middle), merged.data() + at);
        }
        rows.swap(merged);
    }
    return exchanges;
}

// Calls use(first, end) for each group of equal neighbours.
template <class Rows, class Equal, class Use>
void for_each_tie(const Rows& rows, Equal equal, Use use) {
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        while (end < rows.size() && equal(rows[first], rows[end])) ++end;
        use(first, end);
        first = end;
    }
}

double pairs_of(std::size_t count) { return static_cast<double>(count) * (static_cast<double>(count) - 1) / 2; }

// Both sides vary. The counts of pairs and the sums of doubled ranks are whole numbers, exact in double to about
// 10⁵ rows.
RankCorrelations correlate_ranks(std::vector<Point> points) {
    const std::size_t n = points.size();
    std::sort(points.begin(), points.end(),
              [](const Point& a, const Point& b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
    double tied_x = 0, tied_y = 0, tied_both = 0, xx = 0, yy = 0, xy = 0;
    std::vector<RankedRow> rows(n);
    const auto centred_rank = [n](std::size_t first, std::size_t end) { // twice (mean rank - mean of all ranks)
        return static_cast<double>(first + end) - static_cast<double>(n);
    };
    for_each_tie(
        points, [](const Point& a, const Point& b) { return a.x == b.x; },
        [&](std::size_t first, std::size_t end) {
            const double rank = centred_rank(first, end);
            tied_x += pairs_of(end - first);
            xx += static_cast<double>(end - first) * rank * rank;
            for (std::size_t i = first; i < end; ++i) rows[i] = {points[i].y, rank};
        });
    for_each_tie(
        points, [](const Point& a, const Point& b) { return a.x == b.x && a.y == b.y; },
        [&](std::size_t first, std::size_t end) { tied_both += pairs_of(end - first); });
    const double exchanges = sort_by_y(rows);
    for_each_tie(
        rows, [](const RankedRow& a, const RankedRow& b) { return a.y == b.y; },
        [&](std::size_t first, std::size_t end) {
            const double rank = centred_rank(first, end);
            tied_y += pairs_of(end - first);
            yy += static_cast<double>(end - first) * rank * rank;
            for (std::size_t i = first; i < end; ++i) xy += rows[i].twice_rank_x * rank;
        });
    const double all = pairs_of(n);
    const double concordant_less_discordant = all - tied_x - tied_y + tied_both - 2 * exchanges;
    return {.spearman = xy / std::sqrt(xx * yy),
            .kendall_tau_b = concordant_less_discordant / std::sqrt((all - tied_x) * (all - tied_y))};
}

double within_one(double correlation) { return std::clamp(correlation, -1.0, 1.0); }

} // namespace

PairStatistics describe_pairs(Column x, Column y) {
    BIAOKAO_ASSERT(x.size() == y.size());
    std::vector<double> xs, ys;
    std::vector<Point> points;
    xs.reserve(x.size()), ys.reserve(x.size()), points.reserve(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!x[i] || !y[i]) continue;
        xs.push_back(*x[i]);
        ys.push_back(*y[i]);
        points.push_back({*x[i], *y[i]});
    }
    const Sample a = make_sample(std::move(xs)), b = make_sample(std::move(ys));
    PairStatistics found;
    if (a.constant) return found; // none and one row are constant too
    CompensatedSum aa, bb, ab;
    for (std::size_t i = 0; i < a.values.size(); ++i) {
        const double da = a.deviation(i), db = b.deviation(i);
        aa.add(da * da);
        bb.add(db * db);
        ab.add(da * db);
    }
    const double slope = b.constant ? 0 : ab.value() / aa.value();
    found.slope = unscaled(slope, b.exponent - a.exponent);
    found.intercept = unscaled((b.mean - slope * a.mean) + (b.mean_error - slope * a.mean_error), b.exponent);
    if (b.constant) return found;
    found.pearson = within_one(ab.value() / std::sqrt(aa.value() * bb.value()));
    const RankCorrelations ranks = correlate_ranks(std::move(points));
    found.spearman = within_one(ranks.spearman);
    found.kendall_tau_b = within_one(ranks.kendall_tau_b);
    return found;
}

} // namespace biaokao
