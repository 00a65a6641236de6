// biaokao replay SCRIPT: the shipped demonstration, or a reproduced bug, through the real screens.
#include "app/cli/command.h"
#include "app/replay.h"

namespace biaokao::cli {
namespace {

int run(const Arguments& arguments, Console& console) {
    const auto sheet = replay_demo({.script = arguments.value("SCRIPT"),
                                    .language = console.language(),
                                    .watch = arguments.has("--watch"),
                                    .screenshot_folder = arguments.value("--screenshots"),
                                    .save_path = arguments.value("--save")},
                                   console.tr().locales());
    if (!sheet) {
        console.complain(sheet.error());
        return exit_input;
    }
    console.out() << console.tr()(
                         Message{"cli.replay.reached",
                                 {{"total", text_from_points(*sheet->total)}, {"max", text_from_points(sheet->max)}}})
                  << "\n";
    return exit_well;
}

constexpr Argument replay_arguments[] = {
    {.name = "SCRIPT", .help = "cli.replay.script", .required = true},
    {.name = "--watch", .help = "cli.replay.watch", .flag = true},
    {.name = "--screenshots", .help = "cli.replay.screenshots", .value = "DIR"},
    {.name = "--save", .help = "cli.replay.save", .value = "SUBMISSION"},
};

} // namespace

extern const CommandRow replay_command{
    .name = "replay", .help = "cli.replay.help", .arguments = replay_arguments, .run = run};

} // namespace biaokao::cli
