#include "engine/text/trim.h"

#include <algorithm>

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// A cluster falls off when all of it may: a full stop with a circle around it is no full stop.
bool falls_off(std::string_view cluster, TrimPunctuation punctuation) {
    for (std::size_t byte = 0; byte < cluster.size();) {
        const char32_t c = next_code_point(cluster, byte);
        if (!is_blank(c) && !(punctuation == TrimPunctuation::yes && is_edge_punctuation(c))) return false;
    }
    return true;
}

} // namespace

TextRange trim_range(std::string_view text, const TextIndex& index, TextRange range, TrimPunctuation punctuation) {
    TextRange kept{range.start, std::min(range.end, index.code_point_count())};
    while (!kept.empty()) {
        const std::size_t next = std::min(index.next_boundary(kept.start), kept.end);
        if (!falls_off(index.cut(text, {kept.start, next}), punctuation)) break;
        kept.start = next;
    }
    if (kept.empty()) return {range.start, range.start};
    for (;;) {
        const std::size_t before = std::max(index.previous_boundary(kept.end), kept.start);
        if (!falls_off(index.cut(text, {before, kept.end}), punctuation)) return kept;
        kept.end = before;
    }
}

} // namespace biaokao
