#include "graders/support/object_matching.h"

#include <algorithm>

namespace biaokao {

std::vector<const ObjectVerdict*> ObjectMatching::extras() const {
    std::vector<const ObjectVerdict*> extras;
    for (const ObjectVerdict& verdict : verdicts) {
        const bool near = verdict.verdict == Verdict::near_miss &&
                          std::find(excused.begin(), excused.end(), verdict.object) == excused.end();
        if (near || verdict.verdict == Verdict::extra) extras.push_back(&verdict);
    }
    return extras;
}

const Partner* ObjectMatching::find(std::string_view reference) const {
    const auto found = partners.find(reference);
    return found == partners.end() ? nullptr : &found->second;
}

const Partner* ObjectMatching::find_hit(std::string_view reference) const {
    const Partner* partner = find(reference);
    return partner && partner->verdict != Verdict::near_miss ? partner : nullptr;
}

void ObjectMatching::add_pairs(const std::string& item, const std::vector<Entry>& references,
                               const std::vector<Entry>& candidates, const std::vector<Pair>& pairs, Verdict verdict) {
    for (const Pair& pair : pairs) {
        const Entry& reference = references[static_cast<std::size_t>(pair.reference)];
        const Entry& candidate = candidates[static_cast<std::size_t>(pair.candidate)];
        partners[*reference.id] = {*candidate.id, candidate.object, pair.similarity, verdict};
        verdicts.push_back({item, *candidate.id, *reference.id, verdict});
        ++objects;
    }
}

void ObjectMatching::add_missing(const std::string& item, const std::vector<Entry>& references,
                                 const std::vector<int>& missing) {
    for (const int index : missing)
        verdicts.push_back({item, "", *references[static_cast<std::size_t>(index)].id, Verdict::missing});
}

void ObjectMatching::add_left(const std::string& item, const std::string& object, Verdict verdict) {
    verdicts.push_back({item, object, "", verdict});
    if (verdict != Verdict::ignored) ++objects;
}

} // namespace biaokao
