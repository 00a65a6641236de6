// Runs the program itself, as a shell would, and keeps what it said.
#pragma once

#include <string>
#include <vector>

namespace biaokao::test {

struct Ran {
    int exit_code = -1;
    std::string out, err;
};

// `arguments` reach the program untouched. $BIAOKAO_HOME is a folder that does not exist: no saved settings.
[[nodiscard]] Ran run_program(const std::vector<std::string>& arguments);

} // namespace biaokao::test
