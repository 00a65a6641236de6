#include <iostream>

#include "app/cli/command.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + (argc > 0), argv + argc);
    return biaokao::cli::run_command_line(arguments, std::cout, std::cerr);
}
