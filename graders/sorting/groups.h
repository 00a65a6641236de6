// What lies in one group of a sorting: by its name, or as the group that matches a group of the reference best.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao::sorting {

constexpr std::size_t most_items = 20; // that get a sentence of their own

struct GroupContent {
    std::string name;                 // of the candidate's group; empty where no group matches
    int wanted = 0;                   // members of the reference's group
    int given = 0;                    // members of the candidate's
    int common = 0;                   // of both
    std::vector<std::string> missing; // wanted and not given, item ids in the question's order
    std::vector<std::string> foreign; // given and not wanted
    [[nodiscard]] double purity() const { return given == 0 ? 0.0 : static_cast<double>(common) / given; }
    [[nodiscard]] double completeness() const { return wanted == 0 ? 0.0 : static_cast<double>(common) / wanted; }
};

// Reference group → candidate group, by name: the one-to-one matching with the most items in common. Among equally good
// ones, more groups keep their names; groups without a common item are not matched.
using GroupMatching = std::map<std::string, std::string>;
[[nodiscard]] GroupMatching match_groups(const Question& question, const std::string& class_id, const Answer& reference,
                                         const Answer& answer);

// The candidate's group `name` beside the reference's group `wanted`; an empty name is a group without members.
[[nodiscard]] GroupContent group_content(const Question& question, const std::string& class_id, const Answer& reference,
                                         const Answer& answer, const std::string& wanted, const std::string& name);

// The items that may be sorted by this class, in the question's order.
[[nodiscard]] std::vector<const ItemSpec*> sorted_items(const Question& question, const std::string& class_id);

} // namespace biaokao::sorting
