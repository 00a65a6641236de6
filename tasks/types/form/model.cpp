// form: fields to fill in and steps to put in order. No screen of its own yet.
#include <algorithm>

#include <fmt/format.h>

#include "engine/answer/answer.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "engine/report/table_figure.h"

namespace biaokao {
namespace {

using State = FigureLine::State;

void check_form_question(const Question& question, const std::string& file, Problems& problems) {
    const bool fields =
        std::ranges::any_of(question.items, [&](const ItemSpec& item) { return !question.fields_of(item).empty(); });
    if (!fields && question.labels.steps.empty()) problems.add("error.form_needs_fields", file + ":/labels");
    if (!question.labels.objects.empty()) problems.add("error.form_objects", file + ":/labels/objects");
}

std::string shown_value(const AttributeSpec& spec, const AttributeValue* value, const std::string& language) {
    if (!value) return "";
    if (const bool* flag = std::get_if<bool>(value)) return *flag ? "☑" : "☐";
    if (const double* number = std::get_if<double>(value)) return fmt::format("{}", *number);
    const auto& text = std::get<std::string>(*value);
    const auto option = std::ranges::find_if(spec.options, [&](const Option& one) { return one.id == text; });
    return option == spec.options.end() ? text : option->title.in(language);
}

const ItemAnswer& item_answer(const Answer* answer, const std::string& item) {
    static const ItemAnswer nothing;
    if (!answer) return nothing;
    const auto found = answer->items.find(item);
    return found == answer->items.end() ? nothing : found->second;
}

// Right or wrong is what the grader said of the field, since it may allow more than the reference's value.
State state_of(const FigureInput& input, const std::string& field) {
    State state = State::plain;
    for (const ObjectVerdict& verdict : input.verdicts) {
        if (verdict.reference != field) continue;
        if (verdict.verdict != Verdict::matched) return State::wrong;
        state = State::right;
    }
    return state;
}

std::string step_title(const FigureInput& input, const std::string& id) {
    const auto& steps = input.question.labels.steps;
    const auto step = std::ranges::find_if(steps, [&](const Option& one) { return one.id == id; });
    return step == steps.end() ? id : step->title.in(input.language);
}

Result<std::string> form_figure(const FigureInput& input) {
    const ItemAnswer& mine = item_answer(&input.answer, input.item.id);
    const ItemAnswer& wanted = item_answer(input.reference, input.item.id);
    const auto value_in = [](const ItemAnswer& answer, const std::string& field) -> const AttributeValue* {
        const auto found = answer.attributes.find(field);
        return found == answer.attributes.end() ? nullptr : &found->second;
    };
    std::vector<FigureLine> lines;
    for (const AttributeSpec* field : input.question.fields_of(input.item))
        lines.push_back({field->title.in(input.language),
                         shown_value(*field, value_in(mine, field->id), input.language),
                         shown_value(*field, value_in(wanted, field->id), input.language), state_of(input, field->id)});
    for (std::size_t i = 0; i < std::max(mine.order.size(), wanted.order.size()); ++i) {
        const auto step = [&](const ItemAnswer& answer) {
            return i < answer.order.size() ? step_title(input, answer.order[i]) : std::string();
        };
        // Only some relations of the order are asked for: a step in another place need not be wrong.
        const std::string need = input.reference ? step(wanted) : "";
        lines.push_back({std::to_string(i + 1) + ".", step(mine) + (need.empty() ? "" : "  (" + need + ")"), "", {}});
    }
    return table_figure(lines);
}

bool form_item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const ItemAnswer& mine = item_answer(&answer, item.id);
    return !mine.attributes.empty() || !mine.order.empty();
}

} // namespace

extern const TaskType form_type; // listed in task_list.def
const TaskType form_type{.id = "form",
                         .check_question = check_form_question,
                         .check_answer = check_answer_schema,
                         .figure = form_figure,
                         .item_begun = form_item_begun};

} // namespace biaokao
