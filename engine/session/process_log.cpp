#include "engine/session/process_log.h"

#include "engine/session/session_record.h"

namespace biaokao {

std::map<std::string, ProcessLog> process_logs(const JournalHeader& header, std::span<const JournalEntry> entries) {
    std::map<std::string, ProcessLog> logs;
    SessionRecord record(header);
    for (const JournalEntry& entry : entries) {
        Patch changes = entry.patch;
        const auto question = record.questions.find(entry.question);
        if (question != record.questions.end() && (entry.kind == "undo" || entry.kind == "redo")) {
            const auto& steps = entry.kind == "undo" ? question->second.undo : question->second.redo;
            if (!steps.empty()) changes = steps.back().patch;
        }
        const auto absorbed = record.absorb(entry);
        BIAOKAO_ASSERT(absorbed.has_value()); // the session was replayed from these very entries
        if (question != record.questions.end())
            logs[entry.question].push_back({entry.elapsed_ms, entry.kind, std::move(changes)});
    }
    return logs;
}

} // namespace biaokao
