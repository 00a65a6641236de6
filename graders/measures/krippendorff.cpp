#include "graders/measures/krippendorff.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "engine/base/result.h"
#include "graders/measures/label_numbers.h"

namespace biaokao {
namespace {

// The pairable ratings, unit by unit, as numbers of their values.
struct Units {
    std::vector<int> ratings;
    std::vector<std::size_t> ends; // of each unit in `ratings`
    std::vector<double> values;    // by number: different, ascending
    std::vector<double> counts;    // of each value among the pairable ratings
};

// Replaces the numbers of values in the order they came by their places in ascending order.
void sort_values(Units& units) {
    std::vector<int> order(units.values.size()), place(order.size());
    std::iota(order.begin(), order.end(), 0);
    const auto value = [&](int number) { return units.values[static_cast<std::size_t>(number)]; };
    std::sort(order.begin(), order.end(), [&](int a, int b) { return value(a) < value(b); });
    std::vector<double> sorted;
    for (const int number : order) {
        place[static_cast<std::size_t>(number)] = static_cast<int>(sorted.size());
        sorted.push_back(value(number));
    }
    units.values = std::move(sorted);
    units.counts.resize(units.values.size());
    for (int& rating : units.ratings) {
        rating = place[static_cast<std::size_t>(rating)];
        ++units.counts[static_cast<std::size_t>(rating)];
    }
}

Units read_units(std::span<const std::optional<double>> ratings, std::size_t raters, std::size_t unit_count) {
    std::vector<std::size_t> in_unit(unit_count);
    for (std::size_t at = 0, rater = 0; rater < raters; ++rater) {
        for (std::size_t unit = 0; unit < unit_count; ++unit) in_unit[unit] += ratings[at++].has_value() ? 1 : 0;
    }
    Units units{.ends = std::vector<std::size_t>(unit_count)};
    std::size_t pairable = 0;
    for (std::size_t unit = 0; unit < unit_count; ++unit) {
        units.ends[unit] = pairable; // its start, until the ratings are filled in
        if (in_unit[unit] >= 2) pairable += in_unit[unit];
    }
    units.ratings.resize(pairable);
    LabelNumbers numbers;
    for (std::size_t at = 0, rater = 0; rater < raters; ++rater) {
        for (std::size_t unit = 0; unit < unit_count; ++unit) {
            const std::optional<double>& rating = ratings[at++];
            if (!rating || in_unit[unit] < 2) continue;
            const int number = numbers.number(Label::of_number(*rating));
            if (static_cast<std::size_t>(number) == units.values.size()) units.values.push_back(*rating);
            units.ratings[units.ends[unit]++] = number;
        }
    }
    sort_values(units);
    return units;
}

// Alpha does not change when all values are scaled; brought to at most 1, neither squares nor sums can overflow.
std::vector<double> scaled_to_one(std::vector<double> values) {
    int exponent = 0;
    std::frexp(std::max(std::abs(values.front()), std::abs(values.back())), &exponent);
    for (double& value : values) value = std::ldexp(value, -exponent);
    return values;
}

// The ordinal distance |Σ n_g from c to k − (n_c + n_k)/2| is the distance of the mean ranks.
std::vector<double> mean_ranks(const std::vector<double>& counts) {
    std::vector<double> ranks;
    double before = 0;
    for (const double count : counts) {
        ranks.push_back(before + count / 2);
        before += count;
    }
    return ranks;
}

struct Tally { // values that occur in one unit or in all, and how often
    std::vector<int> values;
    std::vector<double> counts; // by value
    double ratings = 0;
};

// Each of these is Σ n_c·n_k·d²(c, k) over ordered pairs of different values.

double nominal_sum(const Tally& tally) {
    double sum = 0;
    for (const int value : tally.values) {
        const double count = tally.counts[static_cast<std::size_t>(value)];
        sum += count * (tally.ratings - count);
    }
    return sum;
}

// d = difference of positions: 2·n·(sum of squares around the mean), which needs no pairs.
double interval_sum(const Tally& tally, const std::vector<double>& position) {
    double total = 0, squares = 0;
    for (const int value : tally.values)
        total += tally.counts[static_cast<std::size_t>(value)] * position[static_cast<std::size_t>(value)];
    const double mean = total / tally.ratings;
    for (const int value : tally.values) {
        const double distance = position[static_cast<std::size_t>(value)] - mean;
        squares += tally.counts[static_cast<std::size_t>(value)] * distance * distance;
    }
    return 2 * tally.ratings * squares;
}

// Values are different and none is negative. (0 − 0)/(0 + 0) = 0: both may have vanished beside the largest in scaling.
double ratio_sum(const Tally& tally, const std::vector<double>& position) {
    double sum = 0;
    for (std::size_t i = 0; i < tally.values.size(); ++i) {
        const auto c = static_cast<std::size_t>(tally.values[i]);
        double row = 0;
        for (std::size_t j = 0; j < i; ++j) {
            const auto k = static_cast<std::size_t>(tally.values[j]);
            const double both = position[c] + position[k];
            const double distance = both > 0 ? (position[c] - position[k]) / both : 0;
            row += tally.counts[k] * distance * distance;
        }
        sum += tally.counts[c] * row;
    }
    return 2 * sum;
}

struct LevelSums {
    double nominal = 0, ordinal = 0, interval = 0, ratio = 0;
};

class Levels {
public:
    explicit Levels(const Units& units)
        : ranks_(mean_ranks(units.counts)), scaled_(scaled_to_one(units.values)), has_ratio_(units.values[0] >= 0) {}

    void add(const Tally& tally, double weight, LevelSums& sums) const {
        sums.nominal += weight * nominal_sum(tally);
        sums.ordinal += weight * interval_sum(tally, ranks_);
        sums.interval += weight * interval_sum(tally, scaled_);
        if (has_ratio_) sums.ratio += weight * ratio_sum(tally, scaled_);
    }
    [[nodiscard]] bool has_ratio() const { return has_ratio_; }

private:
    std::vector<double> ranks_, scaled_;
    bool has_ratio_ = false;
};

LevelSums observed_disagreement(const Units& units, const Levels& levels) {
    LevelSums sums;
    Tally tally{.counts = std::vector<double>(units.values.size())};
    std::size_t start = 0;
    for (const std::size_t end : units.ends) {
        for (std::size_t i = start; i < end; ++i) {
            double& count = tally.counts[static_cast<std::size_t>(units.ratings[i])];
            if (count == 0) tally.values.push_back(units.ratings[i]);
            ++count;
        }
        tally.ratings = static_cast<double>(end - start);
        if (tally.values.size() > 1) levels.add(tally, 1 / (tally.ratings - 1), sums);
        for (const int value : tally.values) tally.counts[static_cast<std::size_t>(value)] = 0;
        tally.values.clear();
        start = end;
    }
    return sums;
}

LevelSums expected_disagreement(const Units& units, const Levels& levels) {
    LevelSums sums;
    Tally all{.values = std::vector<int>(units.values.size()),
              .counts = units.counts,
              .ratings = static_cast<double>(units.ratings.size())};
    std::iota(all.values.begin(), all.values.end(), 0);
    levels.add(all, 1 / (all.ratings - 1), sums);
    return sums;
}

} // namespace

KrippendorffAlpha krippendorff_alpha(std::span<const std::optional<double>> ratings, std::size_t raters,
                                     std::size_t units) {
    BIAOKAO_ASSERT(ratings.size() == raters * units);
    const Units read = read_units(ratings, raters, units);
    KrippendorffAlpha alpha{.pairable = static_cast<int>(read.ratings.size())};
    if (read.values.size() < 2) return alpha;
    const Levels levels(read);
    const LevelSums observed = observed_disagreement(read, levels), expected = expected_disagreement(read, levels);
    alpha.nominal = 1 - observed.nominal / expected.nominal;
    alpha.ordinal = 1 - observed.ordinal / expected.ordinal;
    alpha.interval = 1 - observed.interval / expected.interval;
    if (levels.has_ratio()) alpha.ratio = 1 - observed.ratio / expected.ratio;
    return alpha;
}

} // namespace biaokao
