#include "tasks/types/text_labels/same_text.h"

#include <algorithm>

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

namespace biaokao::spans {
namespace {

// What is marked already, in order, so that each place is looked up and not compared with every span.
class Taken {
public:
    explicit Taken(std::span<const TextRange> ranges) : ranges_(ranges.begin(), ranges.end()) {
        std::ranges::sort(ranges_, [](const TextRange& a, const TextRange& b) { return key(a) < key(b); });
        std::size_t furthest = 0;
        for (const TextRange& range : ranges_) ends_.push_back(furthest = std::max(furthest, range.end));
    }
    [[nodiscard]] bool holds(const TextRange& range) const {
        return std::ranges::binary_search(ranges_, key(range), {}, key);
    }
    [[nodiscard]] bool overlaps(const TextRange& range) const {
        const auto behind = std::ranges::lower_bound(ranges_, range.end, {}, &TextRange::start);
        const auto before = static_cast<std::size_t>(behind - ranges_.begin());
        return before > 0 && ends_[before - 1] > range.start;
    }

private:
    static std::pair<std::size_t, std::size_t> key(const TextRange& range) { return {range.start, range.end}; }

    std::vector<TextRange> ranges_;
    std::vector<std::size_t> ends_; // the furthest end up to each
};

bool is_letter_at(const Document& document, std::size_t code_point) {
    std::size_t byte = document.index.byte_from_code_point(code_point);
    return byte < document.text.size() && script_class(next_code_point(document.text, byte)) == ScriptClass::word;
}

bool cuts_word(const Document& document, std::size_t boundary) {
    return boundary > 0 && is_letter_at(document, boundary - 1) && is_letter_at(document, boundary);
}

} // namespace

std::vector<TextRange> same_text_elsewhere(const Document& document, TextRange range, std::span<const TextRange> taken,
                                           bool overlap) {
    std::vector<TextRange> places;
    const std::string_view words = document.cut(range), text = document.text;
    if (words.empty()) return places;
    const TextIndex& index = document.index;
    const Taken marked(taken);
    std::size_t from = 0;
    while (places.size() < max_same_text) {
        const std::size_t byte = text.find(words, from);
        if (byte == text.npos) break;
        from = byte + words.size();
        const TextRange place{index.code_point_from_byte(byte), index.code_point_from_byte(from)};
        const bool whole = index.at_cluster_boundary(place.start) && index.at_cluster_boundary(place.end) &&
                           !cuts_word(document, place.start) && !cuts_word(document, place.end);
        const bool free = place != range && !marked.holds(place) && (overlap || !marked.overlaps(place));
        if (whole && free) places.push_back(place);
        // "aaa" holds "aa" once: behind a place that counts the search goes on at its end, else at the next character.
        if (!whole) from = index.byte_from_code_point(place.start + 1);
    }
    return places;
}

} // namespace biaokao::spans
