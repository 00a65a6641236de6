// biaokao, biaokao drill PACK, biaokao exam PACK: the window.
#include "app/cli/command.h"
#include "app/window_program.h"

namespace biaokao::cli {
namespace {

int run_window(const Arguments& arguments, Console& console, Mode mode) {
    AppOptions options{.pack_path = arguments.value("PACK"),
                       .mode = mode,
                       .candidate_name = arguments.value("--name"),
                       .candidate_ticket = arguments.value("--ticket")};
    if (arguments.has("--lang")) options.language = arguments.value("--lang");
    const auto ended = run_window_program(options, console.tr().locales());
    if (ended) return exit_well;
    console.complain(ended.error());
    return exit_input;
}

int run_drill(const Arguments& arguments, Console& console) { return run_window(arguments, console, Mode::drill); }
int run_exam(const Arguments& arguments, Console& console) { return run_window(arguments, console, Mode::exam); }

constexpr Argument pack_arguments[] = {
    {.name = "PACK", .help = "cli.pack", .required = true},
    {.name = "--name", .help = "cli.window.name", .value = "NAME"},
    {.name = "--ticket", .help = "cli.window.ticket", .value = "TICKET"},
};

} // namespace

extern const CommandRow main_command{.name = "", .help = "cli.main.help", .arguments = {}, .run = run_drill};
extern const CommandRow drill_command{
    .name = "drill", .help = "cli.drill.help", .arguments = pack_arguments, .run = run_drill};
extern const CommandRow exam_command{
    .name = "exam", .help = "cli.exam.help", .arguments = pack_arguments, .run = run_exam};

} // namespace biaokao::cli
