// Problems as a failing test prints them.
#pragma once

#include <algorithm>
#include <string>

#include "engine/base/result.h"

namespace biaokao::test {

// "where: code name=value …", one line each.
[[nodiscard]] inline std::string shown(const Problems& problems) {
    std::string text;
    for (const Error& error : problems.errors) {
        text += "\n  " + error.where + ": " + error.code;
        for (const auto& [name, value] : error.args) text.append(" ").append(name).append("=").append(value);
    }
    return text;
}

[[nodiscard]] inline bool has_problem(const Problems& problems, const std::string& code, const std::string& where) {
    return std::any_of(problems.errors.begin(), problems.errors.end(),
                       [&](const Error& error) { return error.code == code && error.where == where; });
}

} // namespace biaokao::test
