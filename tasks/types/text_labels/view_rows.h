// The spans and relations of a document as rows of the object list.
#pragma once

#include <vector>

#include "app/ui/labelling/object_list.h"
#include "tasks/types/text_labels/document.h"

namespace biaokao::spans {

// Of the answer, by id; with a warning where a label or a required attribute is missing, a relation lost an end, or the
// span is one of those that overlap.
[[nodiscard]] std::vector<ObjectRow> object_rows(const TaskFrame& frame, const Document& document,
                                                 std::string_view item, const ObjectIds& overlapping);

// The first characters of a range, on one line.
[[nodiscard]] std::string quote_of(const Document& document, TextRange range, std::size_t most = 24);
// "“王芳” → “柳林路”", "?" for an end that is not there.
[[nodiscard]] std::string ends_in_words(const Document& document, const Answer& answer, const Relation& relation);

} // namespace biaokao::spans
