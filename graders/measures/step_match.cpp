#include "graders/measures/step_match.h"

#include <algorithm>

#include "engine/base/result.h"
#include "graders/measures/assignment.h"

namespace biaokao {
namespace {

std::size_t reference_of(const Pair& pair) { return static_cast<std::size_t>(pair.reference); }
std::size_t candidate_of(const Pair& pair) { return static_cast<std::size_t>(pair.candidate); }

} // namespace

std::vector<int> StepMatcher::Side::free() const {
    std::vector<int> indices;
    indices.reserve(static_cast<std::size_t>(std::count(taken.begin(), taken.end(), 0)));
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i]) indices.push_back(static_cast<int>(i));
    }
    return indices;
}

StepMatcher::StepMatcher(std::size_t references, std::size_t candidates)
    : references_{std::vector<char>(references), std::vector<int>(references)}, candidates_{
                                                                                    std::vector<char>(candidates),
                                                                                    std::vector<int>(candidates)} {}

bool StepMatcher::is_open(const Pair& pair) const {
    return !references_.taken[reference_of(pair)] && !candidates_.taken[candidate_of(pair)];
}

bool StepMatcher::is_uncontested(const Pair& pair) const {
    return references_.choices[reference_of(pair)] == 1 && candidates_.choices[candidate_of(pair)] == 1;
}

std::vector<Pair> StepMatcher::take(std::span<const Pair> permitted) {
    std::vector<Pair> taken;
    if (permitted.empty()) return taken;
    std::fill(references_.choices.begin(), references_.choices.end(), 0);
    std::fill(candidates_.choices.begin(), candidates_.choices.end(), 0);
    for (const Pair& pair : permitted) {
        BIAOKAO_ASSERT(reference_of(pair) < references_.taken.size() && candidate_of(pair) < candidates_.taken.size());
        if (!is_open(pair)) continue;
        ++references_.choices[reference_of(pair)];
        ++candidates_.choices[candidate_of(pair)];
    }
    taken.reserve(std::min({permitted.size(), references_.taken.size(), candidates_.taken.size()}));
    bool contested = false;
    for (const Pair& pair : permitted) { // most of an ordinary answer: one candidate for one reference
        if (!is_open(pair)) continue;
        if (is_uncontested(pair)) taken.push_back(pair);
        else contested = true;
    }
    if (contested) assign_contested(permitted, taken);
    for (const Pair& pair : taken) references_.taken[reference_of(pair)] = candidates_.taken[candidate_of(pair)] = 1;
    return taken;
}

void StepMatcher::assign_contested(std::span<const Pair> permitted, std::vector<Pair>& taken) const {
    std::vector<Cell> cells;
    for (const Pair& pair : permitted) {
        if (is_open(pair) && !is_uncontested(pair)) cells.push_back({pair.reference, pair.candidate, pair.similarity});
    }
    const Assignment assignment = assign_most_then_largest(static_cast<int>(references_.taken.size()),
                                                           static_cast<int>(candidates_.taken.size()), cells);
    for (const Cell& cell : cells) {
        if (assignment.column_of_row[static_cast<std::size_t>(cell.row)] == cell.column)
            taken.push_back({cell.row, cell.column, cell.value});
    }
}

std::vector<int> StepMatcher::free_references() const { return references_.free(); }
std::vector<int> StepMatcher::free_candidates() const { return candidates_.free(); }

} // namespace biaokao
