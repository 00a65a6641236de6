#include "engine/session/describe.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include <fmt/format.h>

#include "engine/base/clock.h"
#include "engine/session/item_flags.h"
#include "engine/session/journal_format.h"

namespace biaokao {
namespace {

using Args = std::vector<std::pair<std::string, std::string>>;

std::int64_t whole_number(const JournalEntry& entry, std::string_view key) {
    const Json* value = entry.data.find(key);
    return value && value->integer() ? *value->integer() : 0;
}

bool flag(const JournalEntry& entry, std::string_view key) {
    const Json* value = entry.data.find(key);
    return value && value->boolean() && *value->boolean();
}

// Whatever stands in a file may meet a terminal: no escape sequence leaves here.
std::string printable(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; }, ' ');
    return text;
}

// What somebody typed. A text that begins with '@' would be taken for a locale key.
std::string typed(const std::string& text) { return printable(text.starts_with('@') ? " " + text : text); }

std::string typed(const JournalEntry& entry, std::string_view key) {
    const Json* value = entry.data.find(key);
    return value && value->string() ? typed(*value->string()) : std::string();
}

// "o1, o2, p3": the objects and items that a patch touches, in its order, each once.
std::string targets(const Patch& patch) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string_view> ids;
    for (const Change& change : patch) {
        const std::string_view path = change.path;
        const auto from = path.find('/', 1);
        if (from == std::string_view::npos) continue;
        const std::string_view id = path.substr(from + 1, path.find('/', from + 1) - from - 1);
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
    }
    std::string list;
    for (std::size_t i = 0; i < ids.size() && i < most_named; ++i) list.append(i ? ", " : "").append(ids[i]);
    return ids.size() > most_named ? list + fmt::format(" … ({})", ids.size()) : list;
}

// Follows the undo and redo stacks of each question, by label only.
class Steps {
public:
    void edit(const JournalEntry& entry) {
        if (only_sets_flags(entry.patch)) return;
        Stacks& stacks = stacks_[entry.question];
        stacks.undo.push_back(entry.label);
        stacks.redo.clear();
    }
    std::string move(const JournalEntry& entry) {
        Stacks& stacks = stacks_[entry.question];
        auto& from = entry.kind == "undo" ? stacks.undo : stacks.redo;
        auto& to = entry.kind == "undo" ? stacks.redo : stacks.undo;
        if (from.empty()) return {};
        to.push_back(std::move(from.back()));
        from.pop_back();
        return to.back();
    }

private:
    struct Stacks {
        std::vector<std::string> undo, redo;
    };
    std::map<std::string, Stacks> stacks_;
};

Args header_args(const JournalHeader& header) {
    std::string questions;
    for (const std::string& question : header.questions) questions += (questions.empty() ? "" : ", ") + question;
    return {{"session", header.session},
            {"name", typed(header.candidate_name)},
            {"ticket", typed(header.candidate_ticket)},
            {"mode", "@session.mode." + std::string(mode_name(header.mode))},
            {"pack", typed(header.pack_id)},
            {"version", typed(header.pack_version)},
            {"questions", questions},
            {"duration", duration_text(header.duration_ms)}};
}

Args entry_args(const JournalEntry& entry, Steps& steps) {
    const std::string& kind = entry.kind;
    if (kind == "edit") {
        steps.edit(entry);
        return {{"what", "@" + printable(entry.label)}, {"targets", printable(targets(entry.patch))}};
    }
    if (kind == "undo" || kind == "redo") return {{"what", "@" + printable(steps.move(entry))}};
    if (kind == "resume") return {{"gap", duration_text(whole_number(entry, "gap_ms"))}};
    if (kind == "end") return {{"late", duration_text(whole_number(entry, "late_ms"))}};
    if (kind == "grant")
        return {{"extra", duration_text(whole_number(entry, "extra_ms"))},
                {"kind", typed(entry, "kind")},
                {"by", typed(entry, "approved_by")},
                {"reason", typed(entry, "reason")}};
    if (kind == "mark")
        return {{"done", flag(entry, "done") ? "@session.mark.done" : "@session.mark.open"},
                {"flagged", flag(entry, "flagged") ? "@session.mark.flagged" : "@session.mark.unflagged"}};
    if (kind == "note") {
        const std::int64_t moved = whole_number(entry, "wall_moved_ms");
        return {{"moved", (moved < 0 ? "-" : "+") + duration_text(std::abs(moved))}};
    }
    return {};
}

} // namespace

std::string duration_text(std::int64_t ms) {
    const std::int64_t seconds = ms / 1000;
    return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::vector<Message> describe_journal(const JournalHeader& header, std::span<const JournalEntry> entries) {
    std::vector<Message> sentences;
    sentences.reserve(entries.size());
    Steps steps;
    for (const JournalEntry& entry : entries) {
        const bool is_suspect = entry.kind == "resume" && flag(entry, "suspect");
        Message sentence{"session.show." + (is_suspect ? "resume_suspect" : entry.kind), {}};
        sentence.args = {{"n", std::to_string(entry.n)},
                         {"time", duration_text(entry.elapsed_ms)},
                         {"wall", utc_text(entry.wall_ms)},
                         {"question", entry.question}};
        auto own = entry.kind == "create" ? header_args(header) : entry_args(entry, steps);
        for (auto& argument : own) sentence.args.push_back(std::move(argument));
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

} // namespace biaokao
