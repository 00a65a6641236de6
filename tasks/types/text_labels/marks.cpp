#include "tasks/types/text_labels/marks.h"

#include <algorithm>
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

const Object* find_object(const Answer* answer, std::string_view id) {
    if (answer == nullptr || id.empty()) return nullptr;
    const auto found = answer->objects.find(id);
    return found == answer->objects.end() ? nullptr : &found->second;
}

void add_mine(std::vector<Mark>& marks, std::string_view item, std::size_t size, const MarkSource& source) {
    const VerdictsById verdicts = verdicts_by(source, item, &ObjectVerdict::object);
    for (const auto& [id, object] : source.answer.objects) {
        const TextRange range = range_of(object, size);
        if (object.item != item || range.empty()) continue;
        Mark mark;
        mark.object = id;
        mark.range = range;
        mark.label = object.label;
        if (const auto verdict = verdicts.find(id); verdict != verdicts.end()) {
            mark.verdict = verdict->second->verdict;
            mark.reference = verdict->second->reference;
            const Object* partner = find_object(source.reference, mark.reference);
            if (partner && partner->label != object.label) mark.needed_label = partner->label;
        }
        marks.push_back(std::move(mark));
    }
}

void add_reference(std::vector<Mark>& marks, std::string_view item, std::size_t size, const MarkSource& source) {
    const VerdictsById verdicts = verdicts_by(source, item, &ObjectVerdict::reference);
    for (const auto& [id, object] : source.reference->objects) {
        const TextRange range = range_of(object, size);
        if (object.item != item || range.empty()) continue;
        Mark mark;
        mark.reference = id;
        mark.range = range;
        mark.label = object.label;
        mark.from_reference = true;
        if (const auto verdict = verdicts.find(id); verdict != verdicts.end()) {
            mark.verdict = verdict->second->verdict;
            mark.object = verdict->second->object;
            const Object* partner = find_object(&source.answer, mark.object);
            if (partner && source.with_mine && range_of(*partner, size) == range) continue;
        }
        marks.push_back(std::move(mark));
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

bool ranges_overlap(const TextRange& a, const TextRange& b) { return a.start < b.end && b.start < a.end; }

void sort_in_reading_order(std::vector<Mark>& marks) {
    // Stable: equal ranges stay in the order of ids, mine before the reference's.
    std::ranges::stable_sort(marks, [](const Mark& a, const Mark& b) {
        return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
    });
}

std::vector<Mark> marks_of(std::string_view item, std::size_t size, const MarkSource& source) {
    std::vector<Mark> marks;
    if (source.with_mine) add_mine(marks, item, size, source);
    if (source.with_reference && source.reference) add_reference(marks, item, size, source);
    sort_in_reading_order(marks);
    return marks;
}

std::vector<int> rows_of(std::span<const Mark> marks) {
    std::vector<int> rows;
    std::vector<std::size_t> row_ends; // where the last mark of each row ends
    for (const Mark& mark : marks) {
        const auto free =
            std::ranges::find_if(row_ends, [&](std::size_t row_end) { return row_end <= mark.range.start; });
        rows.push_back(static_cast<int>(free - row_ends.begin()));
        if (free == row_ends.end()) row_ends.push_back(mark.range.end);
        else *free = mark.range.end;
    }
    return rows;
}

} // namespace biaokao::spans
