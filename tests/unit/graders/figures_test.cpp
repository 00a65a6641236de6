// Figures of kinds without a workspace: what was given beside what was wanted, as the grader judged it.
#include <doctest/doctest.h>

#include "engine/report/table_figure.h"
#include "tasks/types/task_types.h"
#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

std::string figure_of(const Scorer& scorer, const std::string& question, const std::string& item,
                      const Answer& answer) {
    const Pack& pack = scorer.pack();
    const Question& asked = *pack.find_question(question);
    const QuestionScore score = test::grade(scorer, question, answer);
    std::vector<ObjectVerdict> verdicts;
    for (const ObjectVerdict& verdict : score.verdicts)
        if (verdict.item == item) verdicts.push_back(verdict);
    return find_task_type(asked.type)
        ->figure({.pack = pack,
                  .question = asked,
                  .item = *asked.find_item(item),
                  .answer = answer,
                  .reference = &pack.find_key(question)->reference,
                  .verdicts = verdicts,
                  .language = "en"})
        .value();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("form: the figure marks a wrong field and shows what was wanted, and takes every right value as right") {
    const Scorer scorer = test::scorer_of(test::scored_pack());
    Answer answer = test::perfect_answer(scorer.pack(), "form");
    auto& fields = answer.items.at("sheet").attributes;
    fields["status"] = std::string("down");
    fields["clerk"] = std::string("Wang Fang");
    fields["calls"] = std::string("<b>");
    const std::string figure = figure_of(scorer, "form", "sheet", answer);
    CHECK(has(figure, "× Down"));
    CHECK(has(figure, "→ Shaky"));
    CHECK(has(figure, "✓ Wang Fang"));
    CHECK(has(figure, "× &lt;b&gt;"));
    CHECK_FALSE(has(figure, "<b>"));
    CHECK(has(figure_of(scorer, "form", "plan", answer), "Check"));
}

TEST_CASE("sorting: a group under another name is right in the figure where only its content counts") {
    const Scorer scorer = test::scorer_of(test::scored_pack());
    Answer answer = test::perfect_answer(scorer.pack(), "sorting");
    for (const char* file : {"f1", "f2", "f3", "f4"}) answer.items.at(file).classes["folder"] = "cats";
    answer.items.at("f5").classes["folder"] = "cats";
    CHECK(has(figure_of(scorer, "sorting", "f1", answer), "✓ cats"));
    CHECK(has(figure_of(scorer, "sorting", "f5", answer), "× cats"));
    CHECK(has(figure_of(scorer, "sorting", "f5", answer), "→ 狗"));
}

TEST_CASE("form and sorting: an item is begun with its first value") {
    const auto pack = test::scored_pack().load();
    for (const auto& [question, item] : {std::pair("form", "sheet"), {"form", "plan"}, {"sorting", "f1"}}) {
        const Question& asked = *pack->find_question(question);
        const TaskType& type = *find_task_type(asked.type);
        const ItemSpec& spec = *asked.find_item(item);
        CHECK_FALSE(type.item_begun(asked, spec, {}));
        CHECK(type.item_begun(asked, spec, test::perfect_answer(*pack, question)));
    }
}

TEST_CASE("form and sorting: a question without anything to fill in or with objects to draw is refused") {
    for (const char* id : {"form", "sorting"}) {
        Question question;
        question.labels.objects.push_back({});
        Problems problems;
        find_task_type(id)->check_question(question, "q.json", problems);
        REQUIRE(problems.errors.size() == 2);
        CHECK(problems.errors[0].where == "q.json:/labels");
        CHECK(problems.errors[1].where == "q.json:/labels/objects");
    }
}

TEST_CASE("table_figure: long texts are cut, and no line is still a figure") {
    CHECK(has(table_figure({{"n", std::string(500, 'x'), "", {}}}), "xxx…"));
    CHECK(table_figure({}).starts_with("<svg"));
}

} // namespace
} // namespace biaokao
