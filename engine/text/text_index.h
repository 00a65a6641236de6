// One table per document: bytes (strings), code points (spans in files), UTF-16 units (other programs) and grapheme
// clusters (what a person selects). Built once; every conversion afterwards is a look-up or a binary search.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace biaokao {

struct TextRange { // code points, end exclusive
    std::size_t start = 0, end = 0;
    [[nodiscard]] bool empty() const { return end <= start; }
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : end - start; }
    friend bool operator==(const TextRange&, const TextRange&) = default;
};

class TextIndex {
public:
    TextIndex() : TextIndex(std::string_view{}) {}
    // `text` is valid UTF-8 of at most 4 GB and need not outlive the index.
    explicit TextIndex(std::string_view text);

    [[nodiscard]] std::size_t byte_count() const { return byte_of_.back(); }
    [[nodiscard]] std::size_t code_point_count() const { return byte_of_.size() - 1; }
    [[nodiscard]] std::size_t utf16_count() const { return code_point_count() + above_16_bits_.size(); }
    [[nodiscard]] std::size_t cluster_count() const { return cluster_start_.size() - 1; }

    // Offsets past the end give the end. An offset inside a character (bytes, UTF-16) or inside a cluster (code
    // points) gives the character or cluster that it stands in.
    [[nodiscard]] std::size_t byte_from_code_point(std::size_t code_point) const;
    [[nodiscard]] std::size_t code_point_from_byte(std::size_t byte) const;
    [[nodiscard]] std::size_t utf16_from_code_point(std::size_t code_point) const;
    [[nodiscard]] std::size_t code_point_from_utf16(std::size_t unit) const;
    [[nodiscard]] std::size_t cluster_from_code_point(std::size_t code_point) const;
    [[nodiscard]] std::size_t code_point_from_cluster(std::size_t cluster) const;

    [[nodiscard]] bool at_cluster_boundary(std::size_t code_point) const;
    [[nodiscard]] std::size_t next_boundary(std::size_t code_point) const;     // the first one behind it
    [[nodiscard]] std::size_t previous_boundary(std::size_t code_point) const; // the last one before it
    // The smallest range of whole clusters around `range`; an empty range stays empty.
    [[nodiscard]] TextRange snap_to_clusters(TextRange range) const;
    // The bytes of `range` in the text that the index was built from, cut to what there is.
    [[nodiscard]] std::string_view cut(std::string_view text, TextRange range) const;

private:
    std::vector<std::uint32_t> byte_of_;       // by code point, and the end
    std::vector<std::uint32_t> cluster_start_; // code points, by cluster, and the end
    std::vector<std::uint32_t> above_16_bits_; // code points that take two UTF-16 units, sorted
};

} // namespace biaokao
