#include "tasks/types/text_labels/marks.h"

#include <algorithm>
#include <queue>
#include <set>
#include <unordered_map>

namespace biaokao::spans {
namespace {

// The verdicts of one item by the id of one side.
using VerdictsById = std::unordered_map<std::string_view, const ObjectVerdict*>;

VerdictsById verdicts_by(const MarkSource& source, std::string_view item, std::string ObjectVerdict::*side) {
    VerdictsById found;
    for (const ObjectVerdict& verdict : source.verdicts)
        if (verdict.item == item && !(verdict.*side).empty()) found.emplace(verdict.*side, &verdict);
    return found;
}

void add_side(std::vector<MarkedObject>& found, std::string_view item, const MarkSource& source, bool from_reference,
              bool (*wanted)(const Shape&)) {
    const auto own = from_reference ? &ObjectVerdict::reference : &ObjectVerdict::object;
    const auto other = from_reference ? &ObjectVerdict::object : &ObjectVerdict::reference;
    const Answer& side = from_reference ? *source.reference : source.answer;
    const Answer* other_side = from_reference ? &source.answer : source.reference;
    const VerdictsById verdicts = verdicts_by(source, item, own);
    found.reserve(found.size() + side.objects.size());
    for (const auto& [id, object] : side.objects) {
        if (object.item != item || !wanted(object.shape)) continue;
        MarkedObject entry{.marked = {}, .object = &object};
        entry.marked.from_reference = from_reference;
        entry.marked.label = object.label;
        (from_reference ? entry.marked.reference : entry.marked.object) = id;
        if (const auto verdict = verdicts.find(id); verdict != verdicts.end()) {
            const std::string& partner = verdict->second->*other;
            entry.marked.verdict = verdict->second->verdict;
            (from_reference ? entry.marked.object : entry.marked.reference) = partner;
            if (other_side) entry.partner = find_object(*other_side, partner);
            if (!from_reference && entry.partner && entry.partner->label != object.label)
                entry.marked.needed_label = entry.partner->label;
        }
        found.push_back(std::move(entry));
    }
}

} // namespace

TextRange range_of(const Object& object, std::size_t size) {
    const auto* span = std::get_if<Span>(&object.shape);
    if (span == nullptr) return {};
    const auto last = static_cast<std::int64_t>(size);
    return {static_cast<std::size_t>(std::clamp<std::int64_t>(span->start, 0, last)),
            static_cast<std::size_t>(std::clamp<std::int64_t>(span->end, 0, last))};
}

const Object* find_object(const Answer& answer, std::string_view id) {
    const auto found = answer.objects.find(id);
    return found == answer.objects.end() ? nullptr : &found->second;
}

bool lost_an_end(const Answer& answer, const Object& object) {
    const auto* relation = std::get_if<Relation>(&object.shape);
    return relation && (!find_object(answer, relation->from) || !find_object(answer, relation->to));
}

bool ranges_overlap(const TextRange& a, const TextRange& b) { return a.start < b.end && b.start < a.end; }

void sort_in_reading_order(std::vector<Mark>& marks) {
    // Small keys are sorted and each mark is moved once: marks are heavy, and a moved end sorts thousands of them.
    struct Key {
        TextRange range;
        std::size_t at;
    };
    std::vector<Key> keys;
    keys.reserve(marks.size());
    for (std::size_t i = 0; i < marks.size(); ++i) keys.push_back({marks[i].range, i});
    // Equal ranges stay in the order of ids, mine before the reference's.
    std::ranges::sort(keys, [](const Key& a, const Key& b) {
        if (a.range.start != b.range.start) return a.range.start < b.range.start;
        return a.range.end != b.range.end ? a.range.end > b.range.end : a.at < b.at;
    });
    std::vector<Mark> sorted;
    sorted.reserve(marks.size());
    for (const Key& key : keys) sorted.push_back(std::move(marks[key.at]));
    marks = std::move(sorted);
}

std::vector<MarkedObject> marked_objects(std::string_view item, const MarkSource& source,
                                         bool (*wanted)(const Shape&)) {
    std::vector<MarkedObject> found;
    if (source.with_mine) add_side(found, item, source, false, wanted);
    if (source.with_reference && source.reference) add_side(found, item, source, true, wanted);
    return found;
}

std::vector<Mark> marks_of(std::string_view item, std::size_t size, const MarkSource& source) {
    std::vector<MarkedObject> entries = marked_objects<Span>(item, source);
    std::vector<Mark> marks;
    marks.reserve(entries.size());
    for (MarkedObject& entry : entries) {
        const TextRange range = range_of(*entry.object, size);
        if (range.empty()) continue;
        const bool drawn_already =
            entry.marked.from_reference && source.with_mine && entry.partner && range_of(*entry.partner, size) == range;
        if (drawn_already) continue;
        Mark mark;
        static_cast<Marked&>(mark) = std::move(entry.marked);
        mark.range = range;
        marks.push_back(std::move(mark));
    }
    sort_in_reading_order(marks);
    return marks;
}

std::vector<int> rows_of(std::span<const Mark> marks) {
    using Taken = std::pair<std::size_t, int>; // where the last mark of a row ends, the row
    std::priority_queue<Taken, std::vector<Taken>, std::greater<>> taken;
    std::set<int> open_rows;
    std::vector<int> rows;
    rows.reserve(marks.size());
    int count = 0;
    for (const Mark& mark : marks) {
        for (; !taken.empty() && taken.top().first <= mark.range.start; taken.pop())
            open_rows.insert(taken.top().second);
        const int row = open_rows.empty() ? count++ : open_rows.extract(open_rows.begin()).value();
        rows.push_back(row);
        taken.push({mark.range.end, row});
    }
    return rows;
}

} // namespace biaokao::spans
