#include "engine/text/text_index.h"

#include <algorithm>

#include "engine/text/grapheme.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// How many entries of `sorted` are <= value.
std::size_t count_up_to(const std::vector<std::uint32_t>& sorted, std::size_t value) {
    return static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

} // namespace

TextIndex::TextIndex(std::string_view text) {
    byte_of_.reserve(text.size() / 3 + 1);
    cluster_start_.reserve(text.size() / 3 + 1);
    for (std::size_t byte = 0; byte < text.size();) {
        cluster_start_.push_back(static_cast<std::uint32_t>(byte_of_.size()));
        const std::size_t end = grapheme_end(text, byte);
        while (byte < end) {
            const auto start = static_cast<std::uint32_t>(byte);
            if (next_code_point(text, byte) > 0xFFFF)
                above_16_bits_.push_back(static_cast<std::uint32_t>(byte_of_.size()));
            byte_of_.push_back(start);
        }
    }
    cluster_start_.push_back(static_cast<std::uint32_t>(byte_of_.size()));
    byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::size_t TextIndex::byte_from_code_point(std::size_t code_point) const {
    return byte_of_[std::min(code_point, code_point_count())];
}

std::size_t TextIndex::code_point_from_byte(std::size_t byte) const { return count_up_to(byte_of_, byte) - 1; }

std::size_t TextIndex::utf16_from_code_point(std::size_t code_point) const {
    const std::size_t at = std::min(code_point, code_point_count());
    return at + (at == 0 ? 0 : count_up_to(above_16_bits_, at - 1));
}

std::size_t TextIndex::code_point_from_utf16(std::size_t unit) const {
    if (unit >= utf16_count()) return code_point_count();
    std::size_t low = 0, high = code_point_count(); // utf16 of low <= unit < utf16 of high
    while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (utf16_from_code_point(middle) <= unit ? low : high) = middle;
    }
    return low;
}

std::size_t TextIndex::cluster_from_code_point(std::size_t code_point) const {
    return count_up_to(cluster_start_, code_point) - 1;
}

std::size_t TextIndex::code_point_from_cluster(std::size_t cluster) const {
    return cluster_start_[std::min(cluster, cluster_count())];
}

bool TextIndex::at_cluster_boundary(std::size_t code_point) const {
    return std::binary_search(cluster_start_.begin(), cluster_start_.end(), code_point);
}

std::size_t TextIndex::next_boundary(std::size_t code_point) const {
    return code_point_from_cluster(cluster_from_code_point(code_point) + 1);
}

std::size_t TextIndex::previous_boundary(std::size_t code_point) const {
    if (code_point == 0) return 0;
    return code_point_from_cluster(cluster_from_code_point(code_point - 1));
}

TextRange TextIndex::snap_to_clusters(TextRange range) const {
    const std::size_t start = code_point_from_cluster(cluster_from_code_point(range.start));
    if (range.empty()) return {start, start};
    return {start, at_cluster_boundary(range.end) ? range.end : next_boundary(range.end)};
}

std::string_view TextIndex::cut(std::string_view text, TextRange range) const {
    if (range.empty()) return {};
    const std::size_t start = byte_from_code_point(range.start);
    return text.substr(start, byte_from_code_point(range.end) - start);
}

} // namespace biaokao
