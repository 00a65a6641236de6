// biaokao check PACK: every problem of a pack. The problems are the result, so they go to stdout, one a line.
#include "app/cli/command.h"
#include "app/cli/program_rows.h"
#include "engine/score/check_pack.h"
#include "graders/graders.h"

namespace biaokao::cli {
namespace {

// What was found sound: a trainer sees at a glance whether it is the pack that was meant.
Message summary_of(const Pack& pack, const std::string& language) {
    std::size_t items = 0;
    for (const Question& question : pack.questions) items += question.rubric.size();
    return {pack.has_key ? "cli.check.sound" : "cli.check.sound_without_key",
            {{"title", pack.title.in(language)},
             {"version", pack.version},
             {"questions", std::to_string(pack.questions.size())},
             {"items", std::to_string(items)},
             {"points", text_from_points(pack.points)},
             {"samples", std::to_string(pack.samples.size())}}};
}

int run(const Arguments& arguments, Console& console) {
    const auto files = make_disk_files();
    const auto check = check_pack(open_pack_files(*files, arguments.value("PACK")), program_rows(), all_graders());
    for (const Error& problem : check.problems.errors) console.out() << console.tr().sentence(problem) << "\n";
    if (check.problems.empty()) {
        console.err() << console.tr()(summary_of(*check.pack, console.language())) << "\n";
        return exit_well;
    }
    console.err() << console.tr()(Message{
                         "cli.check.problems",
                         {{"count", std::to_string(check.problems.errors.size())}, {"pack", arguments.value("PACK")}}})
                  << "\n";
    return exit_input;
}

constexpr Argument check_arguments[] = {{.name = "PACK", .help = "cli.pack", .required = true}};

} // namespace

extern const CommandRow check_command{
    .name = "check", .help = "cli.check.help", .arguments = check_arguments, .run = run};

} // namespace biaokao::cli
