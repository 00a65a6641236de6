#include <iostream>

#include "app/cli/command.h"
#include "engine/base/float_environment.h"

int main(int argc, char** argv) {
    biaokao::use_ieee_arithmetic();
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + (argc > 0), argv + argc);
    return biaokao::cli::run_command_line(arguments, std::cout, std::cerr);
}
