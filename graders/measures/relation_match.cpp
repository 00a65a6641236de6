#include "graders/measures/relation_match.h"

#include <algorithm>
#include <tuple>

#include "engine/base/result.h"
#include "graders/measures/label_numbers.h"

namespace biaokao {
namespace {

// A member of one of two sets. An entity has no tail.
struct Member {
    int head = 0, tail = 0, label = 0;
    int item = 0; // the reference's items, then the candidate's

    [[nodiscard]] bool equals(const Member& other) const {
        return head == other.head && tail == other.tail && label == other.label;
    }
};

bool comes_before(const Member& a, const Member& b) {
    return std::tie(a.head, a.tail, a.label, a.item) < std::tie(b.head, b.tail, b.label, b.item);
}

struct Group { // equal members, those of the reference first
    std::span<const Member> members;
    bool in_reference = false, in_candidate = false;
};

// Sorts the members and visits each group once, in their order.
template <class Visit>
SetCounts compare_sets(std::vector<Member>& members, std::size_t reference_items, const Visit& visit) {
    std::sort(members.begin(), members.end(), comes_before);
    const auto is_reference = [&](const Member& one) { return static_cast<std::size_t>(one.item) < reference_items; };
    SetCounts counts;
    for (std::size_t start = 0, end = 0; start < members.size(); start = end) {
        while (end < members.size() && members[end].equals(members[start])) ++end;
        const Group group{std::span(members).subspan(start, end - start), is_reference(members[start]),
                          !is_reference(members[end - 1])};
        if (!group.in_reference) ++counts.candidate_only;
        else if (!group.in_candidate) ++counts.reference_only;
        else ++counts.both;
        visit(group);
    }
    return counts;
}

// By entity, the reference's and then the candidate's; equal ones have equal numbers.
struct EntityNumbers {
    std::vector<int> span;  // ascending with (start, end)
    std::vector<int> typed; // of span and label, ascending with the span
};

std::vector<int> number_spans(const RelationSide& reference, const RelationSide& candidate) {
    struct Placed {
        Span span;
        std::size_t item = 0;
    };
    std::vector<Placed> placed;
    placed.reserve(reference.entities.size() + candidate.entities.size());
    for (const RelationSide* side : {&reference, &candidate}) {
        for (const RelationEntity& entity : side->entities) placed.push_back({entity.span, placed.size()});
    }
    std::sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
        return std::tie(a.span.start, a.span.end) < std::tie(b.span.start, b.span.end);
    });
    std::vector<int> numbers(placed.size());
    int number = -1;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (i == 0 || !(placed[i].span == placed[i - 1].span)) ++number;
        numbers[placed[i].item] = number;
    }
    return numbers;
}

class Matcher {
public:
    Matcher(const RelationSide& reference, const RelationSide& candidate, std::span<const Label> symmetric)
        : reference_(reference), candidate_(candidate), labels_(symmetric), symmetric_labels_(labels_.size()) {}

    RelationMatching match() {
        number_entities();
        result_.of_candidate.resize(candidate_.relations.size());
        fill_relations(numbers_.typed, false);
        result_.strict = compare([](RelationOutcome& outcome, bool found) { outcome.strict = found; });
        fill_relations(numbers_.span, true);
        result_.undirected = compare([](RelationOutcome& outcome, bool found) { outcome.undirected = found; });
        fill_relations(numbers_.span, false);
        compare_boundaries();
        return std::move(result_);
    }

private:
    void number_entities() {
        numbers_.span = number_spans(reference_, candidate_);
        numbers_.typed.resize(numbers_.span.size());
        for (const RelationSide* side : {&reference_, &candidate_}) {
            for (const RelationEntity& entity : side->entities) {
                const std::size_t item = members_.size();
                members_.push_back({numbers_.span[item], 0, labels_.number(entity.label), static_cast<int>(item)});
            }
        }
        int number = 0;
        result_.entities = compare_sets(members_, reference_.entities.size(), [&](const Group& group) {
            for (const Member& one : group.members) numbers_.typed[static_cast<std::size_t>(one.item)] = number;
            ++number;
        });
    }

    // The relations of both sides, their entities numbered by `number_of`. Without direction the smaller number is the
    // head; numbers ascend with (start, end), so equal pairs come out equal whoever numbered the entities.
    void fill_relations(const std::vector<int>& number_of, bool undirected) {
        members_.clear();
        std::size_t first_entity = 0;
        for (const RelationSide* side : {&reference_, &candidate_}) {
            for (const EntityRelation& relation : side->relations) {
                Member one{number_of[first_entity + static_cast<std::size_t>(relation.head)],
                           number_of[first_entity + static_cast<std::size_t>(relation.tail)],
                           labels_.number(relation.label), static_cast<int>(members_.size())};
                if ((undirected || one.label < symmetric_labels_) && one.tail < one.head) std::swap(one.head, one.tail);
                members_.push_back(one);
            }
            first_entity = side->entities.size();
        }
    }

    template <class Visit>
    void visit_candidates(const Group& group, const Visit& visit) {
        for (const Member& one : group.members) {
            const auto item = static_cast<std::size_t>(one.item);
            if (item >= reference_.relations.size()) visit(result_.of_candidate[item - reference_.relations.size()]);
        }
    }

    template <class Set>
    SetCounts compare(const Set& set) {
        return compare_sets(members_, reference_.relations.size(), [&](const Group& group) {
            visit_candidates(group, [&](RelationOutcome& outcome) { set(outcome, group.in_reference); });
        });
    }

    void compare_boundaries() {
        std::vector<Member> missing; // ascending, as the groups come
        std::vector<Group> extra;
        result_.boundaries = compare_sets(members_, reference_.relations.size(), [&](const Group& group) {
            bool repeated = false;
            visit_candidates(group, [&](RelationOutcome& outcome) {
                outcome.boundaries = group.in_reference;
                outcome.repeated = std::exchange(repeated, true);
            });
            if (!group.in_candidate) missing.push_back(group.members.front());
            if (!group.in_reference) extra.push_back(group);
        });
        for (const Group& group : extra) explain(group, missing);
        for (const Member& one : missing) result_.missing_references.push_back(one.item);
        std::sort(result_.missing_references.begin(), result_.missing_references.end());
    }

    // Why a relation of the candidate alone may be there.
    void explain(const Group& group, const std::vector<Member>& missing) {
        const Member& one = group.members.front();
        const auto first_from = [&](const Member& sought) {
            return std::lower_bound(missing.begin(), missing.end(), sought, comes_before);
        };
        const Member turned{one.tail, one.head, one.label, 0};
        const auto reverse = first_from(turned);
        const bool reversed = one.head != one.tail && reverse != missing.end() && reverse->equals(turned);
        const auto pair = first_from({one.head, one.tail, 0, 0});
        const bool wrong_label = pair != missing.end() && pair->head == one.head && pair->tail == one.tail;
        result_.reversed += reversed ? 1 : 0;
        result_.wrong_label += wrong_label ? 1 : 0;
        visit_candidates(group, [&](RelationOutcome& outcome) {
            outcome.reversed = reversed;
            outcome.wrong_label = wrong_label;
        });
    }

    const RelationSide& reference_;
    const RelationSide& candidate_;
    LabelNumbers labels_;  // the symmetric ones first
    int symmetric_labels_; // their number
    EntityNumbers numbers_;
    std::vector<Member> members_; // of the comparison at hand
    RelationMatching result_;
};

} // namespace

RelationMatching match_relations(const RelationSide& reference, const RelationSide& candidate,
                                 std::span<const Label> symmetric) {
    return Matcher(reference, candidate, symmetric).match();
}

} // namespace biaokao
