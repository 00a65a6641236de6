#include "graders/support/check_settings.h"

#include <algorithm>

namespace biaokao {

std::pair<std::string, std::string> split_place(std::string_view where) {
    const auto colon = where.find(":/");
    if (colon == std::string_view::npos) return {std::string(where), ""};
    return {std::string(where.substr(0, colon)), std::string(where.substr(colon + 1))};
}

bool check_name_known(const CheckSpec& spec, std::span<const std::string_view> names, Problems& problems) {
    if (std::find(names.begin(), names.end(), spec.check) != names.end()) return true;
    std::string list;
    for (const std::string_view name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    problems.add("error.check_unknown", spec.where + "/check",
                 {{"check", literal_value(spec.check)}, {"allowed", list}});
    return false;
}

const Object* target_object(const CheckSpec& spec, const QuestionKey& key, Problems& problems) {
    const auto found = key.reference.objects.find(spec.target);
    if (found != key.reference.objects.end()) return &found->second;
    problems.add("error.check_target", spec.where + "/target", {{"target", literal_value(spec.target)}});
    return nullptr;
}

void refuse_target(const CheckSpec& spec, Problems& problems) {
    if (!spec.target.empty())
        problems.add("error.check_no_target", spec.where + "/target", {{"check", literal_value(spec.check)}});
}

void refuse_bands(const CheckSpec& spec, Problems& problems) {
    if (!spec.bands.empty())
        problems.add("error.check_no_bands", spec.where + "/bands", {{"check", literal_value(spec.check)}});
}

const ItemSpec* target_item(const CheckSpec& spec, const Question& question, Problems& problems) {
    const ItemSpec* item = question.find_item(spec.target);
    if (!item)
        problems.add("error.check_target_item", spec.where + "/target", {{"target", literal_value(spec.target)}});
    return item;
}

void check_group_counts(const QuestionKey& key, std::span<const std::string_view> counting, Problems& problems) {
    for (const auto& [id, group] : key.groups) {
        if (group.deduction_check.empty() && !group.flood_limit) continue;
        const auto counts = [&, &name = id](const CheckSpec& check) {
            return check.group == name && std::find(counting.begin(), counting.end(), check.check) != counting.end();
        };
        if (std::any_of(key.checks.begin(), key.checks.end(), counts)) continue;
        std::string list;
        for (const std::string_view name : counting) list += (list.empty() ? "" : ", ") + std::string(name);
        problems.add("error.group_counts_nothing", key.where + ":/groups/" + id, {{"checks", list}});
    }
}

} // namespace biaokao
