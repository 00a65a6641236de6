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

} // namespace biaokao
