// The help texts, written from the command rows in the chosen language.
#pragma once

#include <string>

#include "app/cli/command.h"

namespace biaokao::cli {

[[nodiscard]] std::string program_help(std::span<const CommandRow> commands, std::span<const Argument> common,
                                       const Translator& tr);
[[nodiscard]] std::string command_help(const CommandRow& command, std::span<const Argument> common,
                                       const Translator& tr);
// "text|json|csv|html"
[[nodiscard]] std::string choices_text(const Argument& argument);

} // namespace biaokao::cli
