#include "graders/text_labels/relations.h"

#include <optional>
#include <tuple>

namespace biaokao {
namespace {

struct Ends { // bounds of the two spans
    Span head, tail;
};

const Object* span_of(const Objects& objects, const std::string& id, const std::string& item) {
    const auto found = objects.find(id);
    const bool fits =
        found != objects.end() && found->second.item == item && std::holds_alternative<Span>(found->second.shape);
    return fits ? &found->second : nullptr;
}

bool before(Span a, Span b) { return std::tie(a.start, a.end) < std::tie(b.start, b.end); }

std::optional<Ends> ends_of(const Objects& objects, const Object& object, bool symmetric) {
    const auto& relation = std::get<Relation>(object.shape);
    const Object *from = span_of(objects, relation.from, object.item), *to = span_of(objects, relation.to, object.item);
    if (!from || !to) return std::nullopt;
    Ends ends{std::get<Span>(from->shape), std::get<Span>(to->shape)};
    if (symmetric && before(ends.tail, ends.head)) std::swap(ends.head, ends.tail);
    return ends;
}

struct Known { // a relation whose ends are there
    Entry entry;
    Ends ends;
    bool symmetric = false, taken = false;
};

std::vector<Known> known_relations(const Objects& objects, const std::string& item, const RelationLabels& symmetric,
                                   std::vector<Entry>* dangling) {
    std::vector<Known> known;
    for (const Entry& entry : entries_by_id<Relation>(objects, item)) {
        const bool is_symmetric = symmetric.contains(entry.object->label);
        const auto ends = ends_of(objects, *entry.object, is_symmetric);
        if (ends) known.push_back({.entry = entry, .ends = *ends, .symmetric = is_symmetric});
        else if (dangling) dangling->push_back(entry);
    }
    return known;
}

bool same(const Ends& a, const Ends& b) { return a.head == b.head && a.tail == b.tail; }
bool swapped(const Ends& a, const Ends& b) { return a.head == b.tail && a.tail == b.head; }

// Whether the pair of ends is the same when either label has no direction.
bool same_pair(const Known& a, const Known& b) {
    return same(a.ends, b.ends) || ((a.symmetric || b.symmetric) && swapped(a.ends, b.ends));
}

} // namespace

void match_relations_of_item(const std::string& item, const Objects& references, const Objects& candidates,
                             const RelationLabels& symmetric, ObjectMatching& matching) {
    std::vector<Entry> left;
    std::vector<Known> wanted = known_relations(references, item, symmetric, nullptr);
    std::vector<Known> given = known_relations(candidates, item, symmetric, &left);
    // Each step takes what the former left: a relation that is right stands for no other one.
    const auto take = [&](Verdict verdict, const auto& fits) {
        for (Known& reference : wanted) {
            for (Known& candidate : given) {
                if (reference.taken || candidate.taken || !fits(reference, candidate)) continue;
                reference.taken = candidate.taken = true;
                matching.partners[*reference.entry.id] = {*candidate.entry.id, candidate.entry.object, 1, verdict};
                matching.verdicts.push_back({item, *candidate.entry.id, *reference.entry.id, verdict});
                ++matching.objects;
            }
        }
    };
    const auto same_label = [](const Known& a, const Known& b) {
        return a.entry.object->label == b.entry.object->label;
    };
    take(Verdict::matched, [&](const Known& a, const Known& b) { return same(a.ends, b.ends) && same_label(a, b); });
    take(Verdict::wrong_label, same_pair);
    take(Verdict::near_miss,
         [&](const Known& a, const Known& b) { return swapped(a.ends, b.ends) && same_label(a, b); });
    for (const Known& reference : wanted) {
        if (!reference.taken) matching.verdicts.push_back({item, "", *reference.entry.id, Verdict::missing});
    }
    for (const Known& candidate : given) {
        if (!candidate.taken) left.push_back(candidate.entry);
    }
    for (const Entry& entry : left) matching.add_left(item, *entry.id, Verdict::extra);
}

bool same_end_labels(const Objects& references, const Object& reference, const Objects& candidates,
                     const Object& candidate) {
    const auto label_at = [](const Objects& objects, const Object& relation, Span bounds) {
        const auto& ends = std::get<Relation>(relation.shape);
        for (const std::string& id : {ends.from, ends.to}) {
            const Object* span = span_of(objects, id, relation.item);
            if (span && std::get<Span>(span->shape) == bounds) return span->label;
        }
        return std::string();
    };
    const auto ends = ends_of(references, reference, false);
    if (!ends) return false;
    for (const Span bounds : {ends->head, ends->tail}) {
        if (label_at(references, reference, bounds) != label_at(candidates, candidate, bounds)) return false;
    }
    return true;
}

} // namespace biaokao
