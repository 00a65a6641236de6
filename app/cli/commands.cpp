#include <array>

#include "app/cli/command.h"

namespace biaokao::cli {

#ifdef BIAOKAO_HAS_GUI
#define WINDOW_COMMAND(id, name) extern const CommandRow id##_command;
#else
static int refuse_window(const Arguments&, Console& console) {
    console.complain(Error{"error.no_window_built", "", {}});
    return exit_usage;
}
#define WINDOW_COMMAND(id, name)                                                                                       \
    static constexpr CommandRow id##_command{name, "cli." #id ".help", {}, refuse_window, true};
#endif
#define COMMAND(id) extern const CommandRow id##_command;
#include "app/cli/command_list.def"
#undef COMMAND
#undef WINDOW_COMMAND

std::span<const CommandRow> all_commands() {
    static const std::array rows{
#define COMMAND(id) id##_command,
#define WINDOW_COMMAND(id, name) id##_command,
#include "app/cli/command_list.def"
#undef COMMAND
#undef WINDOW_COMMAND
    };
    return rows;
}

} // namespace biaokao::cli
