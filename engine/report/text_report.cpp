#include "engine/report/report.h"

#include <algorithm>

namespace biaokao {
namespace {

std::string_view sign_of(ItemStatus status) {
    switch (status) {
    case ItemStatus::earned: return "✓";
    case ItemStatus::partly: return "◐";
    case ItemStatus::missed: return "✗";
    case ItemStatus::not_graded: return "?";
    }
    return "";
}

// What strangers wrote goes to a terminal: neither escape sequences nor lines of their own.
std::string one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }, ' ');
    return text;
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text;
}

std::string verdict_text(const ScoreSheet& sheet, const Translator& tr) {
    if (!sheet.passed) return std::string(tr("report.undecided"));
    return tr(
        Message{*sheet.passed ? "report.passed" : "report.failed", {{"pass_mark", text_from_points(sheet.pass_mark)}}});
}

void add_item(std::string& out, const Report& report, const QuestionScore& question, const ItemScore& item) {
    const Translator& tr = report.tr;
    out += "  " + padded(item.id, 4) + padded(item.awarded ? text_from_points(*item.awarded) : "–", 4) + "/ " +
           text_from_points(item.max) + "  " + std::string(sign_of(item.status)) + "  " +
           criterion_of(report.pack, question, item, tr) + "\n";
    if (item.status == ItemStatus::earned) return;
    const std::string indent(18, ' ');
    if (!item.nominal.code.empty())
        out += indent +
               tr(Message{"report.wanted_found",
                          {{"nominal", literal_value(one_line(tr(item.nominal)))},
                           {"measured", literal_value(one_line(tr(item.measured)))}}}) +
               "\n";
    for (const Evidence& evidence : item.evidence) out += indent + one_line(tr(evidence.text)) + "\n";
}

} // namespace

std::string text_report(const Report& report) {
    const Translator& tr = report.tr;
    const ScoreSheet& sheet = report.sheet;
    const auto line = [&](std::string_view key, const std::string& value) {
        return value.empty() ? std::string() : std::string(tr(key)) + "  " + one_line(value) + "\n";
    };
    std::string out = report.pack.title.in(tr.language()) + "\n";
    out += line("report.submission", report.submission);
    out += line("report.name", sheet.candidate.name);
    out += line("report.ticket", sheet.candidate.ticket);
    out += line("report.total",
                points_text(sheet.total, tr) + " / " + text_from_points(sheet.max) + "  " + verdict_text(sheet, tr));
    for (const QuestionScore& question : sheet.questions) {
        const Question* found = report.pack.find_question(question.id);
        out += "\n" + (found ? found->sheet.code + "  " + found->sheet.title.in(tr.language()) : question.id) + "  " +
               points_text(question.awarded, tr) + " / " + text_from_points(question.max) + "\n";
        for (const ItemScore& item : question.items) add_item(out, report, question, item);
    }
    return out;
}

} // namespace biaokao
