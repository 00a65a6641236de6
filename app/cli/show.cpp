// biaokao show SUBMISSION: the journal in words, one line for each of its lines.
#include "app/cli/command.h"
#include "engine/session/describe.h"
#include "engine/session/session.h"

namespace biaokao::cli {
namespace {

int run_show(const Arguments& arguments, Console& console) {
    const std::string path = arguments.value("SUBMISSION");
    const auto files = make_disk_files();
    const auto bytes = files->read(path);
    if (!bytes) {
        console.complain(bytes.error());
        return exit_input;
    }
    // A damaged submission is shown up to the damage, which staff have to look at; it is never scored.
    const auto [reading, damage] = read_good_prefix(*bytes, path);
    for (const Message& sentence : describe_journal(reading.header, reading.entries))
        console.out() << console.tr()(sentence) << "\n";
    if (damage) {
        console.complain(*damage);
        return exit_input;
    }
    // Replaying proves that every change fits; a chain alone says only that nothing was altered.
    const auto session = Session::replay(reading);
    if (!session) {
        console.complain(session.error());
        return exit_input;
    }
    if (!reading.torn_tail.empty())
        console.err() << console.tr()(Message{"show.torn_tail", {{"bytes", std::to_string(reading.torn_tail.size())}}})
                      << "\n";
    const std::string receipt = (*session)->receipt();
    console.out() << console.tr()(receipt.empty() ? Message{"show.not_submitted", {}}
                                                  : Message{"show.receipt", {{"receipt", receipt}}})
                  << "\n";
    return exit_well;
}

constexpr Argument show_arguments[] = {{.name = "SUBMISSION", .help = "cli.show.submission", .required = true}};

} // namespace

extern const CommandRow show_command{
    .name = "show", .help = "cli.show.help", .arguments = show_arguments, .run = run_show};

} // namespace biaokao::cli
