#include "engine/media/jpeg_tables.h"

#include <algorithm>

namespace biaokao {

namespace {

constexpr std::size_t none = std::string_view::npos;

std::size_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

// The tables of the segment whose length stands at `at`: class and slot, sixteen counts, as many symbols.
bool are_tables_sound(std::string_view jpeg, std::size_t at) {
    const std::size_t end = std::min(at + byte_at(jpeg, at) * 256 + byte_at(jpeg, at + 1), jpeg.size());
    for (std::size_t table = at + 2; table < end;) {
        std::size_t codes = 0;
        for (std::size_t length = 1; length <= 16; ++length) codes += byte_at(jpeg, table + length);
        if (codes > 256) return false;
        table += 17 + codes;
    }
    return true;
}

// Where the segments in front of the first scan end. Their payload is skipped: it may hold any bytes.
std::size_t first_scan(std::string_view jpeg, bool& is_sound) {
    for (std::size_t at = jpeg.find('\xFF'); at != none; at = jpeg.find('\xFF', at)) {
        while (byte_at(jpeg, at) == 0xFF) ++at; // fill bytes
        const std::size_t marker = byte_at(jpeg, at++);
        if (marker == 0xDA) return at;
        if (marker == 0xC4 && !are_tables_sound(jpeg, at)) is_sound = false;
        const bool has_payload = marker >= 0xC0 && marker != 0xD8 && marker != 0xD9;
        if (has_payload) at += std::max<std::size_t>(byte_at(jpeg, at) * 256 + byte_at(jpeg, at + 1), 2);
    }
    return jpeg.size();
}

} // namespace

bool has_sound_huffman_tables(std::string_view jpeg) {
    bool is_sound = true;
    // Between scans more tables may come. Coded data never holds these two bytes, so wherever they stand is a table.
    for (auto at = jpeg.find("\xFF\xC4", first_scan(jpeg, is_sound)); at != none; at = jpeg.find("\xFF\xC4", at + 2))
        is_sound = is_sound && are_tables_sound(jpeg, at + 2);
    return is_sound;
}

} // namespace biaokao
