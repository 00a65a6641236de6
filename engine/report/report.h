// One score sheet in the forms that people and programs read. All of them show the same numbers: half points only.
#pragma once

#include <map>
#include <span>
#include <string>

#include "engine/base/i18n.h"
#include "engine/base/json.h"
#include "engine/score/score.h"

namespace biaokao {

struct Report { // everything a form may show; all of it must outlive the call
    const ScoreSheet& sheet;
    const Pack& pack; // read with its key
    const std::map<std::string, Answer>& answers;
    const Translator& tr;
    const TaskType* (*find_task_type)(std::string_view id) = nullptr; // for figures
    std::string submission;                                           // file name; empty where there is none
};

// The sheet as in assets/schema/sheet.schema.json: points as numbers, null where an item was not graded.
[[nodiscard]] Json json_report(const ScoreSheet& sheet, const Translator& tr);
// For a terminal: every item in a line, and why points were lost.
[[nodiscard]] std::string text_report(const Report& report);
// A row for each item; several reports share one table with one head line. UTF-8 with a byte order mark for
// spreadsheets; text cells that a spreadsheet would take for a formula are disarmed, numbers stay numbers.
[[nodiscard]] std::string csv_head(const Translator& tr);
[[nodiscard]] std::string csv_rows(const Report& report);
// One self-contained document: the form with signatures, and the work of each question drawn over its material.
// Fails where a picture cannot be read.
[[nodiscard]] Result<std::string> html_report(const Report& report);

// Shared by the forms.
[[nodiscard]] std::string points_text(const std::optional<HalfPoints>& points, const Translator& tr);
[[nodiscard]] std::string_view status_id(ItemStatus status); // "earned", "partly", "missed", "not_graded"
// The criterion in the report's language, empty where the rubric has no such item.
[[nodiscard]] std::string criterion_of(const Pack& pack, const QuestionScore& question, const ItemScore& item,
                                       const Translator& tr);

} // namespace biaokao
