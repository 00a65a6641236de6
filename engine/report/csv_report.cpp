#include <array>

#include "engine/report/csv.h"
#include "engine/report/report.h"

namespace biaokao {
namespace {

constexpr std::array sheet_columns{"csv.submission", "csv.name",      "csv.ticket",   "csv.pack",
                                   "csv.version",    "csv.question",  "csv.code",     "csv.item",
                                   "csv.skill",      "csv.criterion", "csv.max",      "csv.awarded",
                                   "csv.status",     "csv.nominal",   "csv.measured", "csv.evidence"};

constexpr std::string_view line_end = "\r\n";

std::string evidence_text(const ItemScore& item, const Translator& tr) {
    std::string text;
    for (const Evidence& evidence : item.evidence) {
        if (!text.empty()) text += " ";
        text += tr(evidence.text);
    }
    return text;
}

} // namespace

std::string csv_head(const Translator& tr) {
    std::string head = "\xEF\xBB\xBF";
    for (const char* column : sheet_columns) {
        if (column != sheet_columns.front()) head += ",";
        head += csv_text(tr(column));
    }
    return head.append(line_end);
}

std::string csv_rows(const Report& report) {
    const Translator& tr = report.tr;
    const ScoreSheet& sheet = report.sheet;
    std::string rows;
    for (const QuestionScore& question : sheet.questions) {
        const Question* found = report.pack.find_question(question.id);
        for (const ItemScore& item : question.items) {
            // Numbers stand as numbers: the guard of text cells must not touch them.
            const std::array cells{csv_text(report.submission),
                                   csv_text(sheet.candidate.name),
                                   csv_text(sheet.candidate.ticket),
                                   csv_text(sheet.pack_id),
                                   csv_text(sheet.pack_version),
                                   csv_text(question.id),
                                   csv_text(found ? found->sheet.code : ""),
                                   csv_text(item.id),
                                   csv_text(item.skill),
                                   csv_text(criterion_of(report.pack, question, item, tr)),
                                   text_from_points(item.max),
                                   item.awarded ? text_from_points(*item.awarded) : std::string(),
                                   csv_text(tr("score.status." + std::string(status_id(item.status)))),
                                   csv_text(tr(item.nominal)),
                                   csv_text(tr(item.measured)),
                                   csv_text(evidence_text(item, tr))};
            static_assert(cells.size() == sheet_columns.size());
            for (std::size_t i = 0; i < cells.size(); ++i) rows += (i ? "," : "") + cells[i];
            rows += line_end;
        }
    }
    return rows;
}

} // namespace biaokao
