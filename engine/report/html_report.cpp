// The score sheet as a document: the measurement form of the exam (exam-catalogue 1.3), then each question's work.
#include <algorithm>

#include "engine/report/html_style.h"
#include "engine/report/report.h"
#include "engine/text/xml_escape.h"

namespace biaokao {
namespace {

class Page {
public:
    explicit Page(const Report& report) : report_(report), tr_(report.tr) {}

    Result<std::string> build() {
        const ScoreSheet& sheet = report_.sheet;
        open();
        facts();
        total();
        for (const QuestionScore& question : sheet.questions) {
            form(question);
            if (auto drawn = material(question); !drawn) return tl::unexpected(drawn.error());
        }
        signatures();
        return std::move(html_);
    }

private:
    [[nodiscard]] std::string say(std::string_view key) const { return xml_escaped(tr_(key)); }
    [[nodiscard]] std::string say(const Message& message) const { return xml_escaped(tr_(message)); }
    [[nodiscard]] std::string in_language(const Text& text) const { return xml_escaped(text.in(tr_.language())); }

    void open() {
        const bool english = tr_.language() == "en";
        const std::string title = say("report.title");
        html_ += "<!DOCTYPE html>\n<html lang=\"" + std::string(english ? "en" : "zh-CN") +
                 "\">\n<head>\n<meta charset=\"utf-8\">\n"
                 // Nothing outside this file is ever asked for, and nothing in it runs.
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
                 "style-src 'unsafe-inline'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" +
                 title + " · " + xml_escaped(report_.sheet.candidate.name) + "</title>\n<style>" +
                 std::string(html_style) + "</style>\n</head>\n<body>\n<header><h1>" + title + "</h1>\n<p>" +
                 in_language(report_.pack.title) + "</p></header>\n";
    }

    void facts() {
        const ScoreSheet& sheet = report_.sheet;
        const auto cells = [&](std::string_view key, const std::string& value) {
            return "<th>" + say(key) + "</th><td>" + xml_escaped(value) + "</td>";
        };
        html_ += "<table class=\"facts\"><tbody>\n<tr>" + cells("report.name", sheet.candidate.name) +
                 cells("report.ticket", sheet.candidate.ticket) + "</tr>\n<tr>" + cells("report.pack", sheet.pack_id) +
                 cells("report.version", sheet.pack_version) + "</tr>\n";
        if (!report_.submission.empty())
            html_ += "<tr><th>" + say("report.submission") + "</th><td colspan=\"3\">" +
                     xml_escaped(report_.submission) + "</td></tr>\n";
        html_ += "</tbody></table>\n";
    }

    void total() {
        const ScoreSheet& sheet = report_.sheet;
        const std::string_view look = !sheet.passed ? "undecided" : *sheet.passed ? "passed" : "failed";
        const Message verdict{"report." + std::string(look), {{"pass_mark", text_from_points(sheet.pass_mark)}}};
        html_ += "<p class=\"total\"><span>" + say("report.total") + "</span><strong>" +
                 xml_escaped(points_text(sheet.total, tr_)) + " / " + text_from_points(sheet.max) +
                 "</strong><span class=\"" + std::string(look) + "\">" + say(verdict) + "</span></p>\n";
    }

    void form(const QuestionScore& question) {
        const Question* found = report_.pack.find_question(question.id);
        const std::string awarded = xml_escaped(points_text(question.awarded, tr_));
        html_ += "<section>\n<h2>" + (found ? in_language(found->sheet.title) : xml_escaped(question.id)) +
                 " <span class=\"code\">" + (found ? xml_escaped(found->sheet.code) : std::string()) +
                 "</span><span class=\"sum\">" + awarded + " / " + text_from_points(question.max) +
                 "</span></h2>\n<table class=\"form\">\n<thead><tr>";
        for (const char* column : {"sheet_form.id", "sheet_form.points", "sheet_form.criterion", "sheet_form.nominal",
                                   "sheet_form.measured", "sheet_form.awarded"})
            html_ += "<th>" + say(column) + "</th>";
        html_ += "</tr></thead>\n<tbody>\n";
        for (const ItemScore& item : question.items) row(question, item);
        html_ += "</tbody>\n<tfoot><tr><td>" + say("sheet_form.sum") + "</td><td class=\"points\">" +
                 text_from_points(question.max) + "</td><td colspan=\"3\"></td><td class=\"points\">" + awarded +
                 "</td></tr></tfoot>\n</table>\n";
    }

    void row(const QuestionScore& question, const ItemScore& item) {
        html_ += "<tr class=\"" + std::string(status_id(item.status)) + "\"><td class=\"id\">" + xml_escaped(item.id) +
                 "</td><td class=\"points\">" + text_from_points(item.max) + "</td><td>" +
                 xml_escaped(criterion_of(report_.pack, question, item, tr_)) + "</td><td>" + say(item.nominal) +
                 "</td><td>" + say(item.measured) + "</td><td class=\"points\">" +
                 xml_escaped(points_text(item.awarded, tr_)) + "</td></tr>\n";
        if (item.status == ItemStatus::earned || item.evidence.empty()) return;
        html_ += "<tr class=\"why\"><td></td><td colspan=\"5\"><ul>";
        for (const Evidence& evidence : item.evidence) html_ += "<li>" + say(evidence.text) + "</li>";
        if (const std::string why = explanation(question, item); !why.empty())
            html_ += "<li>" + xml_escaped(why) + "</li>";
        html_ += "</ul></td></tr>\n";
    }

    // What the author of the pack says about the item.
    [[nodiscard]] std::string explanation(const QuestionScore& question, const ItemScore& item) const {
        const QuestionKey* key = report_.pack.find_key(question.id);
        const CheckSpec* check = key ? key->find_check(item.id) : nullptr;
        return check ? check->explain.in(tr_.language()) : std::string();
    }

    Result<void> material(const QuestionScore& question) {
        const Question* found = report_.pack.find_question(question.id);
        const TaskType* type = found && report_.find_task_type ? report_.find_task_type(found->type) : nullptr;
        if (type && type->figure) {
            html_ += "<div class=\"material\">\n";
            for (const ItemSpec& item : found->items) {
                if (auto drawn = figure(*type, *found, item, question); !drawn) return drawn;
            }
            html_ += "</div>\n";
        }
        html_ += "</section>\n";
        return {};
    }

    Result<void> figure(const TaskType& type, const Question& question, const ItemSpec& item,
                        const QuestionScore& score) {
        std::vector<ObjectVerdict> verdicts;
        std::copy_if(score.verdicts.begin(), score.verdicts.end(), std::back_inserter(verdicts),
                     [&](const ObjectVerdict& v) { return v.item == item.id; });
        const Answer untouched;
        const auto answer = report_.answers.find(question.id);
        const QuestionKey* key = report_.pack.find_key(question.id);
        const auto svg = type.figure({.pack = report_.pack,
                                      .question = question,
                                      .item = item,
                                      .answer = answer == report_.answers.end() ? untouched : answer->second,
                                      .reference = key ? &key->reference : nullptr,
                                      .verdicts = verdicts,
                                      .language = tr_.language()});
        if (!svg) return tl::unexpected(svg.error());
        if (svg->empty()) return {};
        html_ += "<figure>" + *svg + "<figcaption>" + in_language(item.title) + "</figcaption></figure>\n";
        return {};
    }

    void signatures() {
        html_ += "<table class=\"signatures\"><tbody>\n<tr>";
        for (int i = 0; i < 3; ++i) html_ += "<th>" + say("report.examiner") + "</th><td></td>";
        html_ += "</tr>\n<tr><th>" + say("report.leader") + "</th><td colspan=\"3\"></td><th>" + say("report.date") +
                 "</th><td></td></tr>\n</tbody></table>\n<footer>" +
                 say(Message{"report.footer", {{"version", BIAOKAO_VERSION}}}) + "</footer>\n</body>\n</html>\n";
    }

    const Report& report_;
    const Translator& tr_;
    std::string html_;
};

} // namespace

Result<std::string> html_report(const Report& report) { return Page(report).build(); }

} // namespace biaokao
