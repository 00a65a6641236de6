#include "graders/measures/relation_match.h"

#include <algorithm>
#include <utility>

#include "graders/measures/label_numbers.h"

namespace biaokao {
namespace {

struct SpanKey {
    Span span;

    [[nodiscard]] std::uint64_t hash() const {
        return mixed_hash(static_cast<std::uint64_t>(span.start), static_cast<std::uint64_t>(span.end));
    }
    friend bool operator==(const SpanKey&, const SpanKey&) = default;
};

// A member of a set: a relation between numbered entities, an entity as {span, 0, label}, a pair as {head, tail, 0}.
struct Triple {
    int head = 0, tail = 0, label = 0;

    [[nodiscard]] std::uint64_t hash() const {
        return mixed_hash(static_cast<std::uint64_t>(head) << 32 | static_cast<std::uint32_t>(tail),
                          static_cast<std::uint64_t>(label));
    }
    friend bool operator==(const Triple&, const Triple&) = default;
};

struct Places { // of a member: where it stands first on each side; −1: nowhere
    int reference = -1, candidate = -1;

    [[nodiscard]] bool in_reference() const { return reference >= 0; }
    [[nodiscard]] bool in_both() const { return reference >= 0 && candidate >= 0; }
    [[nodiscard]] bool missing() const { return reference >= 0 && candidate < 0; }
};

// Two sets, built from lists in which members may repeat.
class ComparedSets {
public:
    // The first `references` members are the reference's.
    SetCounts compare(std::span<const Triple> members, std::size_t references) {
        different_.clear();
        places_.clear();
        places_.reserve(members.size());
        numbers_.resize(members.size());
        for (std::size_t i = 0; i < members.size(); ++i) {
            const int number = different_.number(members[i]);
            if (static_cast<std::size_t>(number) == places_.size()) places_.emplace_back();
            Places& places = places_[static_cast<std::size_t>(number)];
            int& first = i < references ? places.reference : places.candidate;
            if (first < 0) first = static_cast<int>(i);
            numbers_[i] = number;
        }
        SetCounts counts;
        for (const Places& places : places_) {
            counts.both += places.in_both() ? 1 : 0;
            counts.candidate_only += places.in_reference() ? 0 : 1;
            counts.reference_only += places.missing() ? 1 : 0;
        }
        return counts;
    }
    [[nodiscard]] const std::vector<int>& numbers() const { return numbers_; } // of the members; equal ones share one
    [[nodiscard]] Places places_of_item(std::size_t item) const {
        return places_[static_cast<std::size_t>(numbers_[item])];
    }
    [[nodiscard]] Places places_of(const Triple& member) const {
        const int number = different_.find(member);
        return number < 0 ? Places{} : places_[static_cast<std::size_t>(number)];
    }

private:
    Numbering<Triple> different_;
    std::vector<Places> places_; // by number
    std::vector<int> numbers_;
};

class Matcher {
public:
    Matcher(const RelationSide& reference, const RelationSide& candidate, std::span<const Label> symmetric)
        : reference_(reference), candidate_(candidate), references_(reference.relations.size()), labels_(symmetric),
          symmetric_labels_(labels_.size()) {
        number_entities();
        read_relations();
        result_.of_candidate.resize(candidate.relations.size());
    }

    RelationMatching match() {
        result_.strict = compare(typed_numbers_, false, &RelationOutcome::strict);
        result_.undirected = compare(span_numbers_, true, &RelationOutcome::undirected);
        result_.boundaries = compare(span_numbers_, false, &RelationOutcome::boundaries);
        find_missing();
        mark_repeated();
        explain_extra();
        return std::move(result_);
    }

private:
    void number_entities() {
        const std::size_t entities = reference_.entities.size() + candidate_.entities.size();
        span_numbers_.reserve(entities);
        members_.reserve(std::max(entities, references_ + candidate_.relations.size()));
        for (const RelationSide* side : {&reference_, &candidate_}) {
            for (const RelationEntity& entity : side->entities) {
                span_numbers_.push_back(spans_.number({entity.span}));
                members_.push_back({span_numbers_.back(), 0, labels_.number(entity.label)});
            }
        }
        result_.entities = sets_.compare(members_, reference_.entities.size());
        typed_numbers_ = sets_.numbers();
    }

    void read_relations() {
        relations_.reserve(references_ + candidate_.relations.size());
        int first_entity = 0;
        for (const RelationSide* side : {&reference_, &candidate_}) {
            for (const EntityRelation& relation : side->relations)
                relations_.push_back(
                    {first_entity + relation.head, first_entity + relation.tail, labels_.number(relation.label)});
            first_entity = static_cast<int>(side->entities.size());
        }
    }

    SetCounts compare(const std::vector<int>& number_of_entity, bool undirected, bool RelationOutcome::*found) {
        number_members(number_of_entity, undirected);
        const SetCounts counts = sets_.compare(members_, references_);
        for (std::size_t i = 0; i < result_.of_candidate.size(); ++i)
            result_.of_candidate[i].*found = sets_.places_of_item(references_ + i).in_reference();
        return counts;
    }

    void number_members(const std::vector<int>& number_of_entity, bool undirected) {
        members_.clear();
        for (const Triple& relation : relations_) {
            const auto head = static_cast<std::size_t>(relation.head), tail = static_cast<std::size_t>(relation.tail);
            Triple member{number_of_entity[head], number_of_entity[tail], relation.label};
            const bool ordered = undirected || relation.label < symmetric_labels_;
            if (ordered && comes_before(tail, head)) std::swap(member.head, member.tail);
            members_.push_back(member);
        }
    }

    // By span, then by the number that span and label have on both sides: never by the index on one side.
    [[nodiscard]] bool comes_before(std::size_t a, std::size_t b) const {
        if (span_numbers_[a] == span_numbers_[b]) return typed_numbers_[a] < typed_numbers_[b];
        const Span first = spans_.keys()[static_cast<std::size_t>(span_numbers_[a])].span;
        const Span second = spans_.keys()[static_cast<std::size_t>(span_numbers_[b])].span;
        return first.start != second.start ? first.start < second.start : first.end < second.end;
    }

    void find_missing() {
        for (std::size_t i = 0; i < references_; ++i) {
            const Places places = sets_.places_of_item(i);
            const auto item = static_cast<int>(i);
            if (places.missing() && places.reference == item) result_.missing_references.push_back(item);
        }
    }

    void mark_repeated() {
        for (std::size_t i = references_; i < members_.size(); ++i)
            result_.of_candidate[i - references_].repeated = sets_.places_of_item(i).candidate != static_cast<int>(i);
    }

    // Why relations of the candidate alone may be there.
    void explain_extra() {
        if (result_.boundaries.candidate_only == 0 || result_.missing_references.empty()) return;
        Numbering<Triple> missing_pairs;
        for (const int item : result_.missing_references)
            missing_pairs.number(pair_of(members_[static_cast<std::size_t>(item)]));
        for (std::size_t i = references_; i < members_.size(); ++i) {
            RelationOutcome& outcome = result_.of_candidate[i - references_];
            if (outcome.boundaries) continue;
            const Triple& member = members_[i];
            const Triple turned{member.tail, member.head, member.label};
            outcome.reversed = member.head != member.tail && sets_.places_of(turned).missing();
            outcome.wrong_label = missing_pairs.find(pair_of(member)) >= 0;
            if (outcome.repeated) continue;
            result_.reversed += outcome.reversed ? 1 : 0;
            result_.wrong_label += outcome.wrong_label ? 1 : 0;
        }
    }

    [[nodiscard]] static Triple pair_of(const Triple& relation) { return {relation.head, relation.tail, 0}; }

    const RelationSide& reference_;
    const RelationSide& candidate_;
    std::size_t references_; // relations of the reference
    LabelNumbers labels_;    // the symmetric ones first
    int symmetric_labels_;   // their number
    Numbering<SpanKey> spans_;
    std::vector<int> span_numbers_, typed_numbers_; // of the reference's entities, then of the candidate's
    std::vector<Triple> relations_; // between places in these lists; of the reference, then of the candidate
    std::vector<Triple> members_;   // of the comparison at hand
    ComparedSets sets_;
    RelationMatching result_;
};

} // namespace

RelationMatching match_relations(const RelationSide& reference, const RelationSide& candidate,
                                 std::span<const Label> symmetric) {
    return Matcher(reference, candidate, symmetric).match();
}

} // namespace biaokao
