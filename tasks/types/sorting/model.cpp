// sorting: every item gets options of classes or goes into groups that the candidate names. No screen of its own yet.
#include <algorithm>

#include <fmt/format.h>

#include "engine/answer/answer.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "engine/report/table_figure.h"

namespace biaokao {
namespace {

using State = FigureLine::State;

void check_sorting_question(const Question& question, const std::string& file, Problems& problems) {
    if (question.labels.classes.empty()) problems.add("error.sorting_needs_classes", file + ":/labels");
    if (!question.labels.objects.empty()) problems.add("error.sorting_objects", file + ":/labels/objects");
    // Where an item lies is one place: the grader compares groups of items.
    const auto& classes = question.labels.classes;
    for (std::size_t i = 0; i < classes.size(); ++i)
        if (classes[i].several)
            problems.add("error.sorting_several", fmt::format("{}:/labels/classes/{}/several", file, i),
                         {{"class", literal_value(classes[i].id)}});
}

std::string title_of(const std::vector<Option>& options, const std::string& id, const std::string& language) {
    const auto option = std::ranges::find_if(options, [&](const Option& one) { return one.id == id; });
    return option == options.end() ? id : option->title.in(language);
}

std::string value_of(const Answer* answer, const FigureInput& input, const ClassSpec& spec) {
    if (!answer) return "";
    const std::string& value = chosen_option(*answer, input.item.id, spec.id);
    return value.empty() ? value : title_of(spec.options, value, input.language);
}

std::string value_of(const Answer* answer, const FigureInput& input, const AttributeSpec& spec) {
    if (!answer) return "";
    const auto item = answer->items.find(input.item.id);
    if (item == answer->items.end()) return "";
    const auto value = item->second.attributes.find(spec.id);
    if (value == item->second.attributes.end()) return "";
    if (const bool* flag = std::get_if<bool>(&value->second)) return *flag ? "☑" : "☐";
    if (const double* number = std::get_if<double>(&value->second)) return fmt::format("{}", *number);
    return title_of(spec.options, std::get<std::string>(value->second), input.language);
}

// Right or wrong is what the grader said: the name of a group need not be the reference's.
State state_of(const FigureInput& input, const std::string& class_id) {
    for (const ObjectVerdict& verdict : input.verdicts) {
        if (verdict.object != class_id && verdict.reference != class_id) continue;
        return verdict.verdict == Verdict::matched ? State::right : State::wrong;
    }
    return State::plain;
}

Result<std::string> sorting_figure(const FigureInput& input) {
    std::vector<FigureLine> lines;
    for (const ClassSpec* spec : input.question.classes_of(input.item))
        lines.push_back({spec->title.in(input.language), value_of(&input.answer, input, *spec),
                         value_of(input.reference, input, *spec), state_of(input, spec->id)});
    for (const AttributeSpec* field : input.question.fields_of(input.item))
        lines.push_back({field->title.in(input.language), value_of(&input.answer, input, *field),
                         value_of(input.reference, input, *field), state_of(input, field->id)});
    return table_figure(lines);
}

bool sorting_item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const auto found = answer.items.find(item.id);
    return found != answer.items.end() && (!found->second.classes.empty() || !found->second.attributes.empty());
}

} // namespace

extern const TaskType sorting_type; // listed in task_list.def
const TaskType sorting_type{.id = "sorting",
                            .check_question = check_sorting_question,
                            .check_answer = check_answer_schema,
                            .figure = sorting_figure,
                            .item_begun = sorting_item_begun};

} // namespace biaokao
