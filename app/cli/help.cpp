#include "app/cli/help.h"

#include <algorithm>
#include <utility>

namespace biaokao::cli {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>; // left column in ASCII, what it means

std::string table(const Lines& lines) {
    std::size_t width = 0;
    for (const auto& [left, right] : lines) width = std::max(width, left.size());
    std::string out;
    for (const auto& [left, right] : lines)
        out.append("  ").append(left).append(width - left.size() + 2, ' ').append(right).append("\n");
    return out;
}

bool by_place(const Argument& argument) { return !argument.name.starts_with("-"); }

std::string usage_of(const Argument& argument) {
    std::string text(argument.name);
    if (!by_place(argument) && !argument.flag) {
        text += " ";
        text += argument.choices.empty() ? std::string(argument.value) : choices_text(argument);
    }
    if (argument.many) text += "...";
    return argument.required ? text : "[" + text + "]";
}

void add_arguments(Lines& lines, std::span<const Argument> arguments, bool places, const Translator& tr) {
    for (const Argument& argument : arguments) {
        if (by_place(argument) != places) continue;
        std::string left(argument.name);
        if (!places && !argument.flag)
            left += " " + (argument.choices.empty() ? std::string(argument.value) : choices_text(argument));
        lines.emplace_back(std::move(left), tr(argument.help));
    }
}

} // namespace

std::string choices_text(const Argument& argument) {
    std::string text;
    for (const std::string_view choice : argument.choices) {
        if (!text.empty()) text += "|";
        text += choice;
    }
    return text;
}

std::string program_help(std::span<const CommandRow> commands, std::span<const Argument> common, const Translator& tr) {
    Lines rows, options;
    for (const CommandRow& command : commands) {
        std::string left = "biaokao";
        if (!command.name.empty()) left += " " + std::string(command.name);
        rows.emplace_back(std::move(left), tr(command.help));
    }
    add_arguments(options, common, false, tr);
    return std::string(tr("cli.about")) + "\n\n" + std::string(tr("cli.commands")) + "\n" + table(rows) + "\n" +
           std::string(tr("cli.options")) + "\n" + table(options) + "\n" + std::string(tr("cli.exit_codes")) + "\n";
}

std::string command_help(const CommandRow& command, std::span<const Argument> common, const Translator& tr) {
    std::string usage = "biaokao " + std::string(command.name);
    for (const Argument& argument : command.arguments) usage += " " + usage_of(argument);
    Lines places, options;
    add_arguments(places, command.arguments, true, tr);
    add_arguments(options, command.arguments, false, tr);
    add_arguments(options, common, false, tr);
    std::string out = tr(Message{"cli.usage", {{"usage", usage}}}) + "\n" + std::string(tr(command.help)) + "\n";
    if (!places.empty()) out += "\n" + std::string(tr("cli.arguments")) + "\n" + table(places);
    return out + "\n" + std::string(tr("cli.options")) + "\n" + table(options);
}

} // namespace biaokao::cli
