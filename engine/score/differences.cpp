#include "engine/score/differences.h"

#include <set>

namespace biaokao {
namespace {

using Ids = std::set<std::string, std::less<>>;

const Object* find(const Objects& objects, const std::string& id) {
    const auto found = objects.find(id);
    return found == objects.end() ? nullptr : &found->second;
}

bool is_alike(const ObjectVerdict& verdict, const Answer& mine, const Answer& reference) {
    if (verdict.verdict == Verdict::ignored) return true;
    if (verdict.verdict != Verdict::matched) return false;
    const Object* drawn = find(mine.objects, verdict.object);
    const Object* wanted = find(reference.objects, verdict.reference);
    return drawn && wanted && drawn->attributes == wanted->attributes && drawn->text == wanted->text;
}

// Without those ids, but for the ends of relations that stay.
Answer without(const Answer& answer, Ids alike) {
    for (const auto& [id, object] : answer.objects) {
        const auto* relation = std::get_if<Relation>(&object.shape);
        if (!relation || alike.contains(id)) continue;
        alike.erase(relation->from);
        alike.erase(relation->to);
    }
    Answer rest = answer;
    std::erase_if(rest.objects, [&](const auto& object) { return alike.contains(object.first); });
    return rest;
}

} // namespace

Differences differences_of(const Answer& mine, const Answer& reference, std::span<const ObjectVerdict> verdicts) {
    Differences differences;
    Ids alike_mine, alike_reference;
    for (const ObjectVerdict& verdict : verdicts) {
        if (!is_alike(verdict, mine, reference)) {
            differences.verdicts.push_back(verdict);
            continue;
        }
        alike_mine.insert(verdict.object);
        alike_reference.insert(verdict.reference);
    }
    differences.mine = without(mine, std::move(alike_mine));
    differences.reference = without(reference, std::move(alike_reference));
    return differences;
}

} // namespace biaokao
