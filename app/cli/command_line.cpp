// Parses the command line and runs the command. The only file that knows the library for it.
#include <algorithm>
#include <exception>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/help.h"
#include "app/settings.h"
#include "engine/session/session_store.h"

namespace biaokao::cli {
namespace {

// --lang may stand anywhere and is wanted before anything can be said, even about wrong usage.
std::optional<std::string> language_in(std::span<const std::string> arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i].starts_with("--lang=")) return arguments[i].substr(7);
        if (arguments[i] == "--lang" && i + 1 < arguments.size()) return arguments[i + 1];
    }
    return std::nullopt;
}

std::string language_for(std::span<const std::string> arguments) {
    const auto chosen = language_in(arguments);
    if (chosen == "en" || chosen == "zh") return *chosen;
    return load_settings(*make_disk_files(), default_home()).language;
}

// Where the command's name stands: the first argument that is neither an option nor the value of --lang.
std::size_t command_position(std::span<const std::string> arguments) {
    std::size_t at = 0;
    while (at < arguments.size() && arguments[at].starts_with("-")) at += arguments[at] == "--lang" ? 2 : 1;
    return std::min(at, arguments.size());
}

Error usage_error(std::string code, std::vector<std::pair<std::string, std::string>> args) {
    return {std::move(code), "", std::move(args)};
}

// What the row says beyond tokens: what must be there, which values are allowed.
std::optional<Error> check_row(const CommandRow& row, const Arguments& given) {
    for (const Argument& argument : row.arguments) {
        if (argument.required && !given.has(argument.name))
            return usage_error("error.usage_missing", {{"argument", std::string(argument.name)}});
        if (argument.choices.empty()) continue;
        for (const std::string& value : given.values(argument.name)) {
            if (std::find(argument.choices.begin(), argument.choices.end(), value) == argument.choices.end())
                return usage_error(
                    "error.usage_choice",
                    {{"argument", std::string(argument.name)}, {"value", value}, {"choices", choices_text(argument)}});
        }
    }
    return std::nullopt;
}

std::span<const Argument> common_arguments() {
    static constexpr std::string_view languages[] = {"zh", "en"};
    static constexpr Argument common[] = {
        {.name = "--lang", .help = "cli.option.lang", .value = "zh|en", .choices = languages},
        {.name = "--help", .help = "cli.option.help", .flag = true},
        {.name = "--version", .help = "cli.option.version", .flag = true},
    };
    return common;
}

Result<Arguments> parse(const CommandRow& row, std::span<const std::string> arguments) {
    CLI::App parser;
    parser.set_help_flag();
    parser.allow_extras();
    // The library takes as many values as there are for a list, and one for a text.
    std::map<std::string, std::vector<std::string>, std::less<>> lists;
    std::map<std::string, std::string, std::less<>> texts;
    std::map<std::string, bool, std::less<>> flags;
    std::vector<CLI::Option*> options;
    for (const auto& group : {row.arguments, common_arguments()}) {
        for (const Argument& argument : group) {
            const std::string name(argument.name);
            options.push_back(argument.flag   ? parser.add_flag(name, flags[name])
                              : argument.many ? parser.add_option(name, lists[name])
                                              : parser.add_option(name, texts[name]));
        }
    }
    try {
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend()); // the library pops from the back
        parser.parse(reversed);
    } catch (const CLI::ParseError& error) { return fail("error.usage_parse", "", {{"detail", error.what()}}); }
    if (const auto extra = parser.remaining(); !extra.empty() && !row.takes_anything)
        return fail("error.usage_unexpected", "", {{"argument", literal_value(extra.front())}});
    std::map<std::string, std::vector<std::string>, std::less<>> given;
    for (const CLI::Option* option : options) {
        if (option->count() > 0) given[option->get_name()] = option->results();
    }
    return Arguments(std::move(given));
}

const CommandRow* find_command(std::string_view name) {
    const auto rows = all_commands();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const CommandRow& r) { return r.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

int refuse(Console& console, const Error& error, std::string_view command) {
    console.complain(error);
    std::string hint = "biaokao ";
    if (!command.empty()) hint += std::string(command) + " ";
    console.err() << console.tr()(Message{"cli.see_help", {{"command", hint + "--help"}}}) << "\n";
    return exit_usage;
}

int run(std::span<const std::string> arguments, Console& console) {
    const std::size_t position = command_position(arguments);
    const bool named = position < arguments.size();
    const std::string name = named ? arguments[position] : "";
    std::vector<std::string> rest(arguments.begin(), arguments.end());
    if (named) rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));

    const CommandRow* row = find_command(name);
    if (named && !row) return refuse(console, usage_error("error.usage_command", {{"command", name}}), "");
    static constexpr CommandRow nothing{};
    const auto given = parse(row ? *row : nothing, rest);
    // Help and version answer even where the rest of the line would be refused for what it lacks.
    if (!given) return refuse(console, given.error(), name);
    if (given->has("--version")) {
        console.out() << "biaokao " << BIAOKAO_VERSION << "\n";
        return exit_well;
    }
    if (given->has("--help")) {
        console.out() << (named ? command_help(*row, common_arguments(), console.tr())
                                : program_help(all_commands(), common_arguments(), console.tr()));
        return exit_well;
    }
    const CommandRow common{.name = "", .help = "", .arguments = common_arguments(), .run = nullptr};
    for (const CommandRow& checked : {row ? *row : nothing, common}) {
        if (const auto error = check_row(checked, *given)) return refuse(console, *error, name);
    }
    if (!row) {
        console.err() << program_help(all_commands(), common_arguments(), console.tr());
        return exit_usage;
    }
    return row->run(*given, console);
}

} // namespace

int run_command_line(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    Console console(out, err, arguments.size() == 1 && arguments[0] == "--version" ? "zh" : language_for(arguments));
    try {
        return run(arguments, console);
    } catch (const std::exception& error) { // nothing of ours throws: what arrives here is a bug or lack of memory
        err << "biaokao: internal error: " << error.what() << "\n";
        return exit_bug;
    }
}

} // namespace biaokao::cli
