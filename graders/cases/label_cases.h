// Labels of cases: texts, and where a measure allows them numbers and truth values too.
#pragma once

#include <vector>

#include "graders/cases/case_node.h"
#include "graders/measures/label_numbers.h"

namespace biaokao {

using ReadLabel = Label(const CaseNode& value);
[[nodiscard]] Label read_text_label(const CaseNode& value);
[[nodiscard]] Label read_label(const CaseNode& value); // a text, a number or a truth value
// Of the reference, where null stands for "not answered" on the other side: a fault of its own.
[[nodiscard]] Label read_reference_label(const CaseNode& value);

// A list of allowed labels; one given twice is a fault.
[[nodiscard]] LabelNumbers read_label_list(const CaseNode& list, ReadLabel read);
// Refuses a label that does not stand in the list; `value` is where it was read from.
void require_allowed(const Label& label, const CaseNode& value, const LabelNumbers& allowed);

} // namespace biaokao
