#include "tasks/types/text_labels/view_rows.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/pack/findings.h"
#include "tasks/types/text_labels/marks.h"

namespace biaokao::spans {
namespace {

constexpr std::size_t end_code_points = 10;

} // namespace

std::string quote_of(const Document& document, TextRange range, std::size_t most) {
    std::string words(document.cut({range.start, std::min(range.end, range.start + most)}));
    std::ranges::replace_if(
        words, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return range.size() > most ? words + "…" : words;
}

std::string ends_in_words(const Document& document, const Answer& answer, const Relation& relation) {
    const auto end = [&](const std::string& id) -> std::string {
        const Object* object = find_object(answer, id);
        const TextRange range = object ? range_of(*object, document.size()) : TextRange{};
        return range.empty() ? "?" : fmt::format("“{}”", quote_of(document, range, end_code_points));
    };
    return fmt::format("{} → {}", end(relation.from), end(relation.to));
}

std::vector<ObjectRow> object_rows(const TaskFrame& frame, const Document& document, std::string_view item,
                                   const ObjectIds& overlapping) {
    std::vector<ObjectRow> rows;
    for (const auto& [id, object] : frame.answer.objects) {
        if (object.item != item) continue;
        const TextRange range = range_of(object, document.size());
        const auto* relation = std::get_if<Relation>(&object.shape);
        if (range.empty() && !relation) continue;
        ObjectRow row{.id = id, .label = object.label, .detail = {}};
        row.detail = relation ? ends_in_words(document, frame.answer, *relation) : quote_of(document, range);
        const bool overlaps = overlapping.contains(id);
        if (overlaps) row.detail += fmt::format("  ({})", frame.ui.tr("text.overlaps"));
        row.warning = object.label.empty() || overlaps || lost_an_end(frame.answer, object) ||
                      !missing_attributes(frame.question, object).empty();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace biaokao::spans
