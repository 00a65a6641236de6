#include <array>

#include "app/cli/command.h"

namespace biaokao::cli {

#ifdef BIAOKAO_HAS_GUI
#define WINDOW_COMMAND(id, name) extern const CommandRow id##_command;
#else
#define WINDOW_COMMAND(id, name)                                                                                       \
    static const CommandRow id##_command{name, "cli." #id ".help", {}, [](const Arguments&, Console& console) {        \
                                             console.complain({"error.no_window_built", "", {}});                      \
                                             return static_cast<int>(exit_usage);                                      \
                                         }};
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
