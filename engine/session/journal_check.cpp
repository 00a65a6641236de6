// What is told of a journal line before its members are read: where it ends, whether it was changed, its place.
#include "engine/session/journal_format.h"

namespace biaokao {

tl::unexpected<Error> broken_at(const std::string& file, std::size_t line_number, LineFault reason) {
    return fail("error.journal_broken", file + ":line " + std::to_string(line_number), {{"reason", reason}});
}

std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    const std::string_view line = rest.substr(0, end + 1);
    // A power cut may keep the end of the last line and lose a page before it.
    if (line.size() == rest.size() && line.find('\0') != std::string_view::npos) return {};
    rest.remove_prefix(line.size());
    return line;
}

LineResult<void> check_sum(std::string_view line) {
    const std::size_t tail = sum_member.size() + sum_digits + line_end.size();
    if (line.size() <= tail || !line.ends_with(line_end)) return fault(fault_form);
    const std::string_view body = line.substr(0, line.size() - tail), end = line.substr(line.size() - tail);
    if (!end.starts_with(sum_member)) return fault(fault_form);
    if (end.substr(sum_member.size(), sum_digits) != line_sum(body)) return fault(fault_sum);
    return {};
}

LineResult<void> check_number(std::int64_t number, std::int64_t expected) {
    if (number == expected) return {};
    return fault(number > expected ? fault_missing : fault_order);
}

} // namespace biaokao
