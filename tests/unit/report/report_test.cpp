#include "engine/report/report.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "engine/report/csv.h"
#include "tasks/types/task_types.h"
#include "tests/support/graded.h"
#include "tests/unit/pack/json_schema.h"

namespace biaokao {
namespace {

const Locales& locales() {
    static const Locales loaded = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    return loaded;
}

struct Scored {
    Scorer scorer = test::scorer_of({});
    std::map<std::string, Answer> answers;
    Candidate candidate{"王芳", "0042"};

    Scored() {
        for (const Question& question : scorer.pack().questions)
            answers[question.id] = test::perfect_answer(scorer.pack(), question.id);
        answers["boxes"].objects.erase("o2");
        answers["words"].items["d1"].classes["mood"] = "bad";
    }
    [[nodiscard]] ScoreSheet sheet() const { return scorer.score(answers, candidate); }
    template <class Make>
    std::string with(const ScoreSheet& sheet, std::string_view language, const Make& make) const {
        const Translator tr(locales(), language);
        return make(Report{sheet, scorer.pack(), answers, tr, find_task_type, "a.biaokao"});
    }
};

std::string html_of(const Scored& scored, std::string_view language = "zh") {
    return scored.with(scored.sheet(), language, [](const Report& r) { return html_report(r).value(); });
}

TEST_CASE("JSON sheet: it keeps to its schema, graded or not") {
    const test::JsonSchema schema("sheet.schema.json");
    const Scored scored;
    ScoreSheet sheet = scored.sheet();
    const Translator tr(locales(), "en");
    CHECK(schema.complaints(dump_json(json_report(sheet, tr))).empty());
    sheet.questions[0].items[0].awarded.reset();
    sheet.questions[0].items[0].status = ItemStatus::not_graded;
    sheet.questions[0].awarded.reset();
    sheet.total.reset();
    sheet.passed.reset();
    const std::string text = dump_json(json_report(sheet, tr));
    CHECK(schema.complaints(text).empty());
    CHECK(text.find("\"total\":null") != std::string::npos);
    CHECK(text.find("\"passed\":null") != std::string::npos);
}

TEST_CASE("JSON sheet: points are numbers in halves, and items add up to the total") {
    const Scored scored;
    const Json json = json_report(scored.sheet(), Translator(locales(), "en"));
    double sum = 0;
    for (const Json& question : *json.find("questions")->array()) {
        for (const Json& item : *question.find("items")->array()) sum += item.find("awarded")->number();
    }
    CHECK(sum == json.find("total")->number());
    CHECK(dump_json(json).find("\"max\":10.0") != std::string::npos);
}

TEST_CASE("reports: no key of the locale files shows through in either language") {
    const Scored scored;
    const ScoreSheet sheet = scored.sheet();
    using Make = std::string (*)(const Report&);
    const Make forms[] = {[](const Report& r) { return text_report(r); },
                          [](const Report& r) { return csv_head(r.tr) + csv_rows(r); },
                          [](const Report& r) { return html_report(r).value(); },
                          [](const Report& r) { return dump_json(json_report(r.sheet, r.tr)); }};
    for (const char* language : {"zh", "en"}) {
        CAPTURE(language);
        for (const Make form : forms) {
            const std::string text = scored.with(sheet, language, form);
            for (const char* key : {"evidence.", "measured.", "nominal.", "report.", "sheet_form.", "csv.", "@value"})
                CHECK(text.find(key) == std::string::npos);
            CHECK(text.find('\x1F') == std::string::npos);
        }
    }
}

TEST_CASE("CSV: text that a spreadsheet would run as a formula is disarmed, behind invisible characters too") {
    for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=1", "\ufeff=1", "＝1+1",
                             "＋1", "－1", "＠x", "\u3000＝1", "\n=1"}) {
        CAPTURE(text);
        CHECK(disarmed(text) == "'" + std::string(text));
    }
    for (const char* text : {"王芳", "a=b", "≥ 0.50", "IoU", "", "5/2.1.2", "(=1)"}) CHECK(disarmed(text) == text);
}

TEST_CASE("CSV: separators, quotes and line breaks are quoted, numbers stay numbers") {
    CHECK(csv_text("a,\"b\"\nc") == "\"a,\"\"b\"\"\nc\"");
    CHECK(csv_text("=HYPERLINK(\"x\",\"y\")") == "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
    Scored scored;
    scored.candidate = {"=cmd|' /C calc'!A0", "007"};
    ScoreSheet sheet = scored.sheet();
    sheet.questions[0].items[0].awarded = HalfPoints{-1}; // a negative number is no formula
    const std::string rows = scored.with(sheet, "zh", [](const Report& r) { return csv_rows(r); });
    CHECK(rows.find("'=cmd|") != std::string::npos);
    CHECK(rows.find(",=cmd") == std::string::npos);
    CHECK(rows.find(",0.5,-0.5,") != std::string::npos);
    CHECK(rows.find(",007,") != std::string::npos);
    CHECK(csv_head(Translator(locales(), "zh")).starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("HTML: what strangers wrote is text, never markup") {
    Scored scored;
    scored.candidate = {"<script>alert(1)</script>", "\"><img src=x onerror=1>"};
    scored.answers["calls"].objects.at("o1").text = "</td><svg onload=1>";
    scored.answers["boxes"].file_name = "<b>&amp;";
    const std::string page = html_of(scored);
    for (const char* bad : {"<script", "<img", "<svg onload", "<b>"}) CHECK(page.find(bad) == std::string::npos);
    CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
    CHECK(page.find("&lt;svg onload=1&gt;") != std::string::npos);
    CHECK(page.find("&lt;b&gt;&amp;amp;") != std::string::npos);
}

TEST_CASE("HTML: one self-contained document with the form, its sums, figures and signatures") {
    const Scored scored;
    for (const char* language : {"zh", "en"}) {
        CAPTURE(language);
        const std::string page = html_of(scored, language);
        CHECK(page.find("http://") == page.find("http://www.w3.org/2000/svg")); // a name space, no address
        CHECK(page.find("https://") == std::string::npos);
        CHECK(page.find("<link") == std::string::npos);
        CHECK(page.find("data:image/") != std::string::npos); // the pictures are in it
        CHECK(page.find("class=\"signatures\"") != std::string::npos);
        CHECK(page.find(text_from_points(*scored.sheet().total) + " / 10.0") != std::string::npos);
    }
    const std::string zh = html_of(scored);
    for (const char* column : {"细则编号", "配分", "评分细则描述", "规定或标称值", "结果或实测值", "得分", "合计"})
        CHECK(zh.find(column) != std::string::npos);
}

TEST_CASE("text report: neither escape sequences nor lines of a stranger reach the terminal") {
    Scored scored;
    scored.candidate = {"\x1b[2J王芳\n合计得分  10.0", "1"};
    const std::string text = scored.with(scored.sheet(), "zh", [](const Report& r) { return text_report(r); });
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("\n合计得分  10.0") == std::string::npos);
}

} // namespace
} // namespace biaokao
