#include "engine/text/words.h"

#include <string_view>

#include "engine/text/characters.h"
#include "engine/text/trim.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

// The document as clusters, each known by its first code point.
class Reader {
public:
    Reader(std::string_view text, const TextIndex& index) : text_(text), index_(index) {}

    [[nodiscard]] std::size_t count() const { return index_.cluster_count(); }
    [[nodiscard]] char32_t first_of(std::size_t cluster) const {
        std::size_t byte = index_.byte_from_code_point(index_.code_point_from_cluster(cluster));
        return next_code_point(text_, byte);
    }
    // The class of a cluster; what joins two letters or two digits counts as one of them.
    [[nodiscard]] ScriptClass class_of(std::size_t cluster) const {
        const char32_t c = first_of(cluster);
        const ScriptClass kind = script_class(c);
        if (kind != ScriptClass::punctuation || cluster == 0 || cluster + 1 >= count()) return kind;
        const char32_t before = first_of(cluster - 1), after = first_of(cluster + 1);
        const auto is_digit = [](char32_t d) { return d >= '0' && d <= '9'; };
        const bool in_number = (c == '.' || c == ',') && is_digit(before) && is_digit(after);
        const bool in_word = (c == '\'' || c == U'’') && script_class(before) == ScriptClass::word &&
                             script_class(after) == ScriptClass::word;
        return in_number || in_word ? ScriptClass::word : kind;
    }
    [[nodiscard]] std::size_t run_start(std::size_t cluster) const {
        const ScriptClass kind = class_of(cluster);
        if (kind == ScriptClass::line_break) return cluster;
        while (cluster > 0 && class_of(cluster - 1) == kind) --cluster;
        return cluster;
    }
    [[nodiscard]] std::size_t run_end(std::size_t cluster) const {
        const ScriptClass kind = class_of(cluster);
        if (kind == ScriptClass::line_break) return cluster + 1;
        while (cluster < count() && class_of(cluster) == kind) ++cluster;
        return cluster;
    }
    [[nodiscard]] bool is_blank_run(std::size_t cluster) const {
        const ScriptClass kind = class_of(cluster);
        return kind == ScriptClass::blank || kind == ScriptClass::line_break;
    }
    // Does a sentence end behind this cluster, what closes it left aside?
    [[nodiscard]] bool ends_sentence(std::size_t cluster) const {
        const char32_t c = first_of(cluster);
        if (is_line_break(c)) return true;
        if (std::u32string_view(U"。！？…；!?").find(c) != std::u32string_view::npos) return true;
        return c == '.' && (cluster + 1 == count() || is_blank(first_of(cluster + 1)));
    }
    [[nodiscard]] bool closes(std::size_t cluster) const {
        return std::u32string_view(U"”’」』）》】)]\"'").find(first_of(cluster)) != std::u32string_view::npos;
    }
    // Behind the sentence that holds `cluster`: its end marks, repeated ones and closing ones included.
    [[nodiscard]] std::size_t sentence_end(std::size_t cluster) const {
        while (cluster < count() && !ends_sentence(cluster)) ++cluster;
        if (cluster == count() || is_line_break(first_of(cluster))) return cluster;
        ++cluster;
        while (cluster < count() && !is_line_break(first_of(cluster)) && (ends_sentence(cluster) || closes(cluster)))
            ++cluster;
        return cluster;
    }

private:
    std::string_view text_;
    const TextIndex& index_;
};

std::size_t cluster_near(const TextIndex& index, std::size_t code_point) {
    const std::size_t cluster = index.cluster_from_code_point(code_point);
    return cluster == index.cluster_count() && cluster > 0 ? cluster - 1 : cluster;
}

} // namespace

TextRange word_at(std::string_view text, const TextIndex& index, std::size_t code_point) {
    if (index.cluster_count() == 0) return {};
    const Reader reader(text, index);
    const std::size_t cluster = cluster_near(index, code_point);
    return {index.code_point_from_cluster(reader.run_start(cluster)),
            index.code_point_from_cluster(reader.run_end(cluster))};
}

TextRange sentence_at(std::string_view text, const TextIndex& index, std::size_t code_point) {
    if (index.cluster_count() == 0) return {};
    const Reader reader(text, index);
    const std::size_t cluster = cluster_near(index, code_point);
    // Sentences are counted from the start of the line: looking back alone cannot tell an end mark that closes
    // from one that goes on (“好！”他说).
    std::size_t start = cluster;
    while (start > 0 && !is_line_break(reader.first_of(start - 1))) --start;
    std::size_t end = reader.sentence_end(start);
    while (end <= cluster && end < reader.count() && !is_line_break(reader.first_of(end))) {
        start = end;
        end = reader.sentence_end(start);
    }
    const TextRange whole{index.code_point_from_cluster(start), index.code_point_from_cluster(end)};
    return trim_range(text, index, whole, TrimPunctuation::no);
}

std::size_t next_word_start(std::string_view text, const TextIndex& index, std::size_t code_point) {
    const Reader reader(text, index);
    std::size_t cluster = index.cluster_from_code_point(code_point);
    if (cluster < reader.count()) cluster = reader.run_end(cluster);
    while (cluster < reader.count() && reader.is_blank_run(cluster)) cluster = reader.run_end(cluster);
    return index.code_point_from_cluster(cluster);
}

std::size_t previous_word_start(std::string_view text, const TextIndex& index, std::size_t code_point) {
    const Reader reader(text, index);
    std::size_t cluster = index.cluster_from_code_point(code_point);
    while (cluster > 0 && reader.is_blank_run(cluster - 1)) --cluster;
    return index.code_point_from_cluster(cluster == 0 ? 0 : reader.run_start(cluster - 1));
}

} // namespace biaokao
