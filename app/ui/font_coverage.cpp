#include "app/ui/font_coverage.h"

#include "engine/text/utf8.h"

namespace biaokao {

void FontCoverage::add(std::string_view utf8) {
    for (std::size_t byte = 0; byte < utf8.size();) {
        const char32_t code_point = next_code_point(utf8, byte);
        add_range(code_point, code_point);
    }
}

void FontCoverage::add_range(char32_t first, char32_t last) {
    for (char32_t code_point = first; code_point <= last && code_point < bits_.size(); ++code_point) {
        // Control characters have no shape, and U+FFFF ends nothing in ImGui's ranges.
        if (code_point < 0x20 || code_point == 0xFFFF || bits_[code_point]) continue;
        bits_.set(code_point);
        grown_ = true;
    }
}

bool FontCoverage::take_growth() {
    const bool grown = grown_;
    grown_ = false;
    return grown;
}

std::vector<std::uint16_t> FontCoverage::ranges() const {
    std::vector<std::uint16_t> ranges;
    for (std::size_t at = 0; at < bits_.size(); ++at) {
        if (!bits_[at]) continue;
        ranges.push_back(static_cast<std::uint16_t>(at));
        while (at + 1 < bits_.size() && bits_[at + 1]) ++at;
        ranges.push_back(static_cast<std::uint16_t>(at));
    }
    ranges.push_back(0);
    return ranges;
}

} // namespace biaokao
