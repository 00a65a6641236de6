#include "graders/measures/item_analysis.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/base/result.h"

namespace biaokao {
namespace {

__extension__ using Int128 = __int128;
using Marks = std::span<const std::int32_t>;

// Sums over the candidates, exact.
struct ItemSums {
    std::int64_t x = 0;
    Int128 xx = 0, xt = 0;
    Int128 sorted = 0; // of the products of x and X after sorting each, the largest that any pairing gives
};

struct TotalSums {
    std::int64_t t = 0;
    Int128 tt = 0;
};

// S·Σab - Σa·Σb, which is S·(S - 1) times the covariance and has its sign.
Int128 scaled_covariance(std::size_t count, Int128 ab, Int128 a, Int128 b) {
    return static_cast<Int128>(count) * ab - a * b;
}

double variance_from(Int128 scaled, std::size_t count) {
    return static_cast<double>(scaled) / (static_cast<double>(count) * static_cast<double>(count - 1));
}

// Room for counting, kept between items.
struct Counts {
    std::vector<std::uint32_t> marks, rests;
    std::vector<std::int64_t> sorted_marks, sorted_rests;
};

// Σ of products of the sorted marks and the sorted rest scores, from the top down to where the marks are 0. Marks are
// small integers, so both are sorted by counting.
template <class Sum>
Sum sorted_product_by_counting(Marks marks, std::span<const std::int64_t> totals, Counts& counts) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::int64_t mark = std::max(marks[i], 0);
        ++counts.marks[static_cast<std::size_t>(mark)];
        ++counts.rests[static_cast<std::size_t>(totals[i] - mark)];
    }
    Sum sum = 0;
    std::size_t rest = counts.rests.size() - 1;
    for (std::size_t mark = counts.marks.size() - 1; mark > 0; --mark) {
        Sum rests = 0;
        for (std::uint32_t open = counts.marks[mark]; open > 0;) {
            while (counts.rests[rest] == 0) --rest;
            const std::uint32_t taken = std::min(open, counts.rests[rest]);
            rests += static_cast<Sum>(rest) * static_cast<Sum>(taken);
            counts.rests[rest] -= taken;
            open -= taken;
        }
        sum += static_cast<Sum>(mark) * rests;
    }
    std::fill(counts.marks.begin(), counts.marks.end(), 0);
    std::fill(counts.rests.begin(), counts.rests.begin() + static_cast<std::ptrdiff_t>(rest) + 1, 0);
    return sum;
}

template <class Sum>
Sum sorted_product_by_sorting(Marks marks, std::span<const std::int64_t> totals, Counts& counts) {
    counts.sorted_marks.clear();
    counts.sorted_rests.clear();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::int64_t mark = std::max(marks[i], 0);
        counts.sorted_marks.push_back(mark);
        counts.sorted_rests.push_back(totals[i] - mark);
    }
    std::sort(counts.sorted_marks.begin(), counts.sorted_marks.end());
    std::sort(counts.sorted_rests.begin(), counts.sorted_rests.end());
    Sum sum = 0;
    for (std::size_t i = 0; i < marks.size(); ++i)
        sum += static_cast<Sum>(counts.sorted_marks[i]) * static_cast<Sum>(counts.sorted_rests[i]);
    return sum;
}

// Sum is a type that holds candidates · (largest total)².
template <class Sum>
ItemSums sum_item(Marks marks, std::span<const std::int64_t> totals, std::int64_t largest_total, Counts& counts) {
    std::int64_t x = 0, largest = 0;
    Sum xx = 0, xt = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const std::int64_t mark = std::max(marks[i], 0);
        x += mark;
        xx += static_cast<Sum>(mark) * static_cast<Sum>(mark);
        xt += static_cast<Sum>(mark) * static_cast<Sum>(totals[i]);
        largest = std::max(largest, mark);
    }
    ItemSums sums{.x = x, .xx = xx, .xt = xt};
    // Counting pays, and its memory stays small, while the values are not many times more than the candidates.
    if (largest_total <= 1024 + 16 * static_cast<std::int64_t>(marks.size())) {
        counts.marks.resize(static_cast<std::size_t>(largest) + 1);
        counts.rests.resize(static_cast<std::size_t>(largest_total) + 1);
        sums.sorted = sorted_product_by_counting<Sum>(marks, totals, counts);
    } else {
        sums.sorted = sorted_product_by_sorting<Sum>(marks, totals, counts);
    }
    return sums;
}

std::vector<std::int64_t> total_of_each(const MarkTable& table) {
    std::vector<std::int64_t> totals(table.candidates);
    for (std::size_t item = 0; item < table.max_marks.size(); ++item) {
        const std::int32_t* marks = table.marks.data() + item * table.candidates;
        for (std::size_t i = 0; i < totals.size(); ++i) totals[i] += std::max(marks[i], 0);
    }
    return totals;
}

std::vector<ItemSums> sums_of_items(const MarkTable& table, std::span<const std::int64_t> totals) {
    const std::int64_t largest = totals.empty() ? 0 : *std::max_element(totals.begin(), totals.end());
    const bool narrow = static_cast<Int128>(largest) * largest * static_cast<Int128>(totals.size()) < Int128{1} << 62;
    Counts counts;
    std::vector<ItemSums> sums;
    sums.reserve(table.max_marks.size());
    for (std::size_t item = 0; item < table.max_marks.size(); ++item) {
        const Marks marks = Marks(table.marks).subspan(item * table.candidates, table.candidates);
        sums.push_back(narrow ? sum_item<std::int64_t>(marks, totals, largest, counts)
                              : sum_item<Int128>(marks, totals, largest, counts));
    }
    return sums;
}

TotalSums sum_totals(std::span<const std::int64_t> totals) {
    TotalSums sums;
    for (const std::int64_t total : totals) {
        sums.t += total;
        sums.tt += static_cast<Int128>(total) * total;
    }
    return sums;
}

// The two values that compare the item with the rest of the paper.
void set_discrimination(ItemStatistics& item, const ItemSums& sums, const TotalSums& totals, std::size_t count) {
    const Int128 rest = totals.t - sums.x;
    const Int128 rest_squares = totals.tt - 2 * sums.xt + sums.xx;
    const Int128 covariance = scaled_covariance(count, sums.xt - sums.xx, sums.x, rest);
    const Int128 variance = scaled_covariance(count, sums.xx, sums.x, sums.x);
    const Int128 rest_variance = scaled_covariance(count, rest_squares, rest, rest);
    const Int128 largest = scaled_covariance(count, sums.sorted, sums.x, rest);
    const auto percent_of = [&](double whole) { return 100 * static_cast<double>(covariance) / whole; };
    if (variance != 0 && rest_variance != 0)
        item.discrimination_index =
            percent_of(std::sqrt(static_cast<double>(variance)) * std::sqrt(static_cast<double>(rest_variance)));
    if (largest != 0) item.discriminative_efficiency = percent_of(static_cast<double>(largest));
}

void set_effective_weights(ExamStatistics& exam, std::span<const ItemSums> items, const TotalSums& totals,
                           std::size_t count) {
    std::vector<std::optional<double>> roots;
    roots.reserve(items.size());
    double sum = 0;
    for (const ItemSums& item : items) {
        const Int128 covariance = scaled_covariance(count, item.xt, item.x, totals.t);
        roots.push_back(covariance < 0 ? std::nullopt : std::optional(std::sqrt(static_cast<double>(covariance))));
        sum += roots.back().value_or(0);
    }
    if (sum == 0) return; // all roots are 0 or empty: they come from integers
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (roots[i]) exam.items[i].effective_weight = 100 * *roots[i] / sum;
    }
}

double median_of(std::vector<std::int64_t> totals) {
    const auto middle = totals.begin() + static_cast<std::ptrdiff_t>(totals.size() / 2);
    std::nth_element(totals.begin(), middle, totals.end());
    const auto upper = static_cast<double>(*middle);
    if (totals.size() % 2 == 1) return upper;
    return (upper + static_cast<double>(*std::max_element(totals.begin(), middle))) / 2;
}

// The deviations from the mean are taken in integers (S·T - ΣT), so that equal spreads above any mean are equal.
void set_shape(ExamStatistics& exam, std::span<const std::int64_t> totals, std::int64_t sum) {
    const auto s = static_cast<double>(totals.size());
    double m2 = 0, m3 = 0, m4 = 0;
    for (const std::int64_t total : totals) {
        const Int128 scaled = static_cast<Int128>(total) * static_cast<Int128>(totals.size()) - sum;
        const double d = static_cast<double>(scaled) / s;
        m2 += d * d;
        m3 += d * d * d;
        m4 += d * d * d * d;
    }
    m2 /= s, m3 /= s, m4 /= s;
    const double k2 = s * m2 / (s - 1);
    exam.skewness = s * s * m3 / ((s - 1) * (s - 2)) / (k2 * std::sqrt(k2));
    if (totals.size() < 4) return;
    const double k4 = s * s * ((s + 1) * m4 - 3 * (s - 1) * m2 * m2) / ((s - 1) * (s - 2) * (s - 3));
    exam.kurtosis = k4 / (k2 * k2);
}

// Cronbach's alpha from integers. 1 - alpha is taken from them too: it is never negative there, while 1 - cic / 100
// may come out as -1e-16 before a root.
void set_reliability(ExamStatistics& exam, std::span<const ItemSums> items, Int128 total_variance, std::size_t count) {
    Int128 variances = 0;
    for (const ItemSums& item : items) variances += scaled_covariance(count, item.xx, item.x, item.x);
    const auto p = static_cast<Int128>(items.size());
    const auto whole = static_cast<double>(total_variance) * static_cast<double>(p - 1);
    exam.cic = 100 * static_cast<double>(p * (total_variance - variances)) / whole;
    exam.error_ratio = 100 * std::sqrt(static_cast<double>(p * variances - total_variance) / whole);
    exam.standard_error = *exam.error_ratio * *exam.total_sd / 100;
}

} // namespace

ExamStatistics analyse_items(const MarkTable& table) {
    const std::size_t count = table.candidates, items = table.max_marks.size();
    BIAOKAO_ASSERT(table.marks.size() == count * items && table.marks.size() <= 4'000'000'000);
    ExamStatistics exam;
    exam.items.resize(items);
    if (count == 0) return exam;

    const std::vector<std::int64_t> totals = total_of_each(table);
    const TotalSums total = sum_totals(totals);
    const std::vector<ItemSums> sums = sums_of_items(table, totals);
    const auto s = static_cast<double>(count);
    exam.total_mean = static_cast<double>(total.t) / s;
    exam.total_median = median_of(totals);
    for (std::size_t i = 0; i < items; ++i) {
        const Marks marks = Marks(table.marks).subspan(i * count, count);
        exam.items[i].not_answered = static_cast<std::size_t>(std::count(marks.begin(), marks.end(), not_answered));
        exam.items[i].facility = static_cast<double>(sums[i].x) / (s * table.max_marks[i]);
    }
    if (count < 2) return exam;

    for (std::size_t i = 0; i < items; ++i) {
        const Int128 variance = scaled_covariance(count, sums[i].xx, sums[i].x, sums[i].x);
        exam.items[i].sd = std::sqrt(variance_from(variance, count));
        set_discrimination(exam.items[i], sums[i], total, count);
    }
    set_effective_weights(exam, sums, total, count);
    const Int128 total_variance = scaled_covariance(count, total.tt, total.t, total.t);
    exam.total_sd = std::sqrt(variance_from(total_variance, count));
    if (count < 3 || total_variance == 0) return exam;
    set_shape(exam, totals, total.t);
    if (items >= 2) set_reliability(exam, sums, total_variance, count);
    return exam;
}

} // namespace biaokao
