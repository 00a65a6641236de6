// Which characters the font atlas must hold: a bit for each of the first 65,536 code points (ImGui's 16-bit
// characters). Every text that enters the program sets bits; the atlas is built anew when there are new ones.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace biaokao {

class FontCoverage {
public:
    void add(std::string_view utf8);
    void add_range(char32_t first, char32_t last); // inclusive
    [[nodiscard]] bool contains(char32_t code_point) const { return code_point < bits_.size() && bits_[code_point]; }
    [[nodiscard]] std::size_t size() const { return bits_.count(); }
    // True once after bits were added.
    [[nodiscard]] bool take_growth();
    // Pairs of first and last, ended by a zero: ImFontConfig::GlyphRanges.
    [[nodiscard]] std::vector<std::uint16_t> ranges() const;

private:
    std::bitset<0x10000> bits_;
    bool grown_ = false;
};

} // namespace biaokao
