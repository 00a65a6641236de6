// What a subcommand is: one row with its name, its arguments and what it runs. The rows stand in command_list.def;
// command_line.cpp alone knows the library that parses arguments.
#pragma once

#include <map>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/i18n.h"

namespace biaokao::cli {

enum ExitCode { exit_well = 0, exit_input = 1, exit_usage = 2, exit_bug = 3 };

struct Argument {
    std::string_view name;                          // "--format" with a value, or "PACK" by its place
    std::string_view help;                          // locale key
    bool required = false;                          // of arguments by place
    bool many = false;                              // one or more values; only the last argument by place
    bool flag = false;                              // an option without value
    std::string_view value;                         // what the value is called in the help, "FILE"
    std::span<const std::string_view> choices = {}; // the only values allowed
};

// Where results and messages go; the language that the messages are in.
class Console {
public:
    Console(std::ostream& out, std::ostream& err, std::string language);
    ~Console();
    [[nodiscard]] std::ostream& out() const { return out_; } // results
    [[nodiscard]] std::ostream& err() const { return err_; } // messages
    [[nodiscard]] const std::string& language() const { return language_; }
    // Reads the words at its first call; `--version` never does.
    [[nodiscard]] const Translator& tr();
    void complain(const Error& error); // one line on err()
    void complain(const Problems& problems);

private:
    std::ostream& out_;
    std::ostream& err_;
    std::string language_;
    std::unique_ptr<const Locales> locales_;
    std::unique_ptr<const Translator> translator_;
};

class Arguments {
public:
    explicit Arguments(std::map<std::string, std::vector<std::string>, std::less<>> values)
        : values_(std::move(values)) {}
    [[nodiscard]] bool has(std::string_view name) const { return values_.contains(name); }
    // The value, or `fallback` when it was not given.
    [[nodiscard]] std::string value(std::string_view name, std::string_view fallback = {}) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_; // as given, flags with no value
};

struct CommandRow {
    std::string_view name; // empty: what runs when no command is named
    std::string_view help; // locale key
    std::span<const Argument> arguments;
    int (*run)(const Arguments& arguments, Console& console); // returns an ExitCode
    bool takes_anything = false; // whatever follows is let through: a command that this build can only refuse
};

[[nodiscard]] std::span<const CommandRow> all_commands();

// The whole program: parses, runs, answers the exit code. `arguments` without the program's name.
int run_command_line(std::span<const std::string> arguments, std::ostream& out, std::ostream& err);

} // namespace biaokao::cli
