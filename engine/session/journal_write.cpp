#include "engine/session/journal.h"
#include "engine/session/journal_format.h"

#include <fmt/format.h>

namespace biaokao {

std::string_view mode_name(Mode mode) {
    switch (mode) {
    case Mode::drill: return "drill";
    case Mode::exam: return "exam";
    }
    BIAOKAO_ASSERT(false);
}

std::string line_sum(std::string_view bytes) {
    std::uint32_t sum = 2166136261u; // FNV-1a: no change of a single byte keeps it
    for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619u;
    std::string digits(sum_digits, '0');
    for (std::size_t i = sum_digits; i-- > 0; sum >>= 4) digits[i] = "0123456789abcdef"[sum & 15];
    return digits;
}

bool is_entry_kind(std::string_view kind) {
    for (const std::string_view known :
         {"create", "start", "resume", "edit", "undo", "redo", "open", "mark", "grant", "end", "submit", "note"}) {
        if (kind == known) return true;
    }
    return false;
}

std::string journal_line(const JournalEntry& entry, const JournalHeader* header, std::string_view previous_hash_hex) {
    BIAOKAO_ASSERT((entry.n == 0) == (header != nullptr) && is_entry_kind(entry.kind));
    Json::Object line{{"n", entry.n}, {"t", entry.elapsed_ms}, {"wall", entry.wall_ms}, {"do", entry.kind}};
    if (header) {
        line.emplace_back("format", journal_format);
        line.emplace_back("session", header->session);
        line.emplace_back(
            "pack",
            Json::Object{{"id", header->pack_id}, {"version", header->pack_version}, {"hash", header->pack_hash}});
        line.emplace_back("candidate",
                          Json::Object{{"name", header->candidate_name}, {"ticket", header->candidate_ticket}});
        line.emplace_back("mode", mode_name(header->mode));
        line.emplace_back("seed", fmt::format("{:016x}", header->seed)); // 64 bits do not fit a JSON number
        line.emplace_back("questions", Json::Array(header->questions.begin(), header->questions.end()));
        line.emplace_back("duration_ms", header->duration_ms);
    }
    if (!entry.label.empty()) line.emplace_back("as", entry.label);
    if (!entry.question.empty()) line.emplace_back("q", entry.question);
    if (entry.kind == "edit") line.emplace_back("patch", json_from_patch(entry.patch));
    if (!entry.data.is_null()) line.emplace_back("data", entry.data);
    line.emplace_back("prev", previous_hash_hex.empty() ? std::string(prev_digits, '0')
                                                        : std::string(previous_hash_hex.substr(0, prev_digits)));
    std::string text = dump_json(Json(std::move(line)));
    text.pop_back(); // the closing brace comes after the sum
    return text + std::string(sum_member) + line_sum(text) + std::string(line_end);
}

} // namespace biaokao
