#include "engine/text/line_breaker.h"

#include "engine/text/break_class.h"
#include "engine/text/grapheme.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

bool is_open(BreakClass c) { return c == BreakClass::open_wide || c == BreakClass::open_narrow; }
bool is_close(BreakClass c) { return c == BreakClass::close_wide || c == BreakClass::close_narrow; }
bool is_word(BreakClass c) { return c == BreakClass::word || c == BreakClass::digit; }

// May a line end between two neighbours? `before` is the last one that is no blank, `after_blank` whether blanks
// stand between them.
bool may_break(BreakClass before, BreakClass after, bool after_blank) {
    if (after == BreakClass::blank || after == BreakClass::line_break) return false;
    if (before == BreakClass::glue || after == BreakClass::glue) return false;
    if (is_close(after) || after == BreakClass::hyphen || is_open(before)) return false;
    if (after_blank) return true;
    if (before == BreakClass::quote || after == BreakClass::quote) return false;
    if (before == BreakClass::hyphen) return after != BreakClass::digit;
    if (before == BreakClass::dash && after == BreakClass::dash) return false;
    if (is_word(before)) return !is_word(after) && after != BreakClass::open_narrow;
    if (before == BreakClass::close_narrow) return !is_word(after);
    return true;
}

struct Cluster {
    std::size_t end = 0;
    BreakClass kind = BreakClass::word;
    std::string_view text;
};

Cluster cluster_at(std::string_view text, std::size_t byte) {
    Cluster cluster{.end = grapheme_end(text, byte), .kind = BreakClass::word, .text = {}};
    cluster.text = text.substr(byte, cluster.end - byte);
    std::size_t at = byte;
    cluster.kind = break_class(next_code_point(text, at));
    return cluster;
}

// Fills one line after the other; remembers the last place where the present line may end.
class LineFiller {
public:
    LineFiller(std::string_view text, const ClusterAdvance& advance, float width)
        : text_(text), advance_(advance), width_(width) {}

    std::vector<LineRange> fill() {
        for (std::size_t byte = 0; byte < text_.size();) {
            const Cluster cluster = cluster_at(text_, byte);
            add(cluster, byte);
            byte = cluster.end;
        }
        lines_.push_back({begin_, text_.size(), text_.size()});
        return std::move(lines_);
    }

private:
    void add(const Cluster& cluster, std::size_t byte) {
        if (cluster.kind == BreakClass::line_break) {
            lines_.push_back({begin_, byte, cluster.end});
            start_line(cluster.end);
            used_ = 0;
            return;
        }
        if (byte > begin_ && may_break(last_, cluster.kind, after_blank_)) {
            break_at_ = byte;
            used_at_break_ = used_;
        }
        const float advance = advance_(cluster.text);
        // Blanks hang over the margin: the next line would begin with them otherwise.
        while (cluster.kind != BreakClass::blank && used_ + advance > width_ && byte > begin_) end_line(byte);
        used_ += advance;
        after_blank_ = cluster.kind == BreakClass::blank;
        if (!after_blank_) last_ = cluster.kind;
    }

    // Ends the line at its last good place; without one, before the cluster that is too much.
    void end_line(std::size_t byte) {
        const bool forced = break_at_ <= begin_;
        const std::size_t end = forced ? byte : break_at_;
        const float kept = forced ? 0 : used_ - used_at_break_;
        lines_.push_back({begin_, end, end});
        begin_ = end;
        break_at_ = 0;
        used_ = kept;
    }

    void start_line(std::size_t byte) {
        begin_ = byte;
        break_at_ = 0;
        last_ = BreakClass::blank;
        after_blank_ = false;
    }

    std::string_view text_;
    const ClusterAdvance& advance_;
    float width_;
    std::vector<LineRange> lines_;
    std::size_t begin_ = 0, break_at_ = 0; // break_at_ <= begin_: no good place yet
    float used_ = 0, used_at_break_ = 0;
    BreakClass last_ = BreakClass::blank;
    bool after_blank_ = false;
};

} // namespace

std::vector<LineRange> break_lines(std::string_view text, const ClusterAdvance& advance, float width) {
    return LineFiller(text, advance, width).fill();
}

} // namespace biaokao
