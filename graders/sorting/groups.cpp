#include "graders/sorting/groups.h"

#include <algorithm>
#include <set>

#include "graders/measures/assignment.h"

namespace biaokao::sorting {
namespace {

// Names in order, without the empty one.
std::vector<std::string> names_in(const std::vector<const ItemSpec*>& items, const std::string& class_id,
                                  const Answer& answer) {
    std::set<std::string> names;
    for (const ItemSpec* item : items) names.insert(chosen_option(answer, item->id, class_id));
    names.erase("");
    return {names.begin(), names.end()};
}

} // namespace

std::vector<const ItemSpec*> sorted_items(const Question& question, const std::string& class_id) {
    std::vector<const ItemSpec*> items;
    for (const ItemSpec& item : question.items) {
        const auto classes = question.classes_of(item);
        if (std::ranges::any_of(classes, [&](const ClassSpec* one) { return one->id == class_id; }))
            items.push_back(&item);
    }
    return items;
}

GroupMatching match_groups(const Question& question, const std::string& class_id, const Answer& reference,
                           const Answer& answer) {
    const auto items = sorted_items(question, class_id);
    const auto wanted = names_in(items, class_id, reference), given = names_in(items, class_id, answer);
    std::map<std::pair<std::string, std::string>, int> common;
    for (const ItemSpec* item : items)
        ++common[{chosen_option(reference, item->id, class_id), chosen_option(answer, item->id, class_id)}];
    const auto common_of = [&](std::size_t row, std::size_t column) {
        const auto found = common.find({wanted[row], given[column]});
        return found == common.end() ? 0 : found->second;
    };
    // All pairs are permitted, since a pair more must never cost items in common. One item in common outweighs every
    // name that is kept.
    std::vector<Cell> cells;
    const double weight = static_cast<double>(wanted.size()) + 1;
    for (std::size_t row = 0; row < wanted.size(); ++row)
        for (std::size_t column = 0; column < given.size(); ++column)
            cells.push_back({static_cast<int>(row), static_cast<int>(column),
                             weight * common_of(row, column) + (wanted[row] == given[column] ? 1 : 0)});
    const Assignment assignment =
        assign_most_then_largest(static_cast<int>(wanted.size()), static_cast<int>(given.size()), cells);
    GroupMatching matching;
    for (std::size_t row = 0; row < wanted.size(); ++row) {
        const int column = assignment.column_of_row[row];
        if (column >= 0 && common_of(row, static_cast<std::size_t>(column)) > 0)
            matching[wanted[row]] = given[static_cast<std::size_t>(column)];
    }
    return matching;
}

GroupContent group_content(const Question& question, const std::string& class_id, const Answer& reference,
                           const Answer& answer, const std::string& wanted, const std::string& name) {
    GroupContent content;
    content.name = name;
    for (const ItemSpec* item : sorted_items(question, class_id)) {
        const bool is_wanted = chosen_option(reference, item->id, class_id) == wanted;
        const bool is_given = !name.empty() && chosen_option(answer, item->id, class_id) == name;
        content.wanted += is_wanted ? 1 : 0;
        content.given += is_given ? 1 : 0;
        content.common += is_wanted && is_given ? 1 : 0;
        if (is_wanted && !is_given) content.missing.push_back(item->id);
        if (is_given && !is_wanted) content.foreign.push_back(item->id);
    }
    return content;
}

} // namespace biaokao::sorting
