// One candidate's work as it comes to be scored: a submission, or a file of answers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/pack/pack.h"
#include "engine/score/score.h"
#include "engine/session/process_log.h"

namespace biaokao::cli {

struct Work {
    std::map<std::string, Answer> answers;                    // by question
    std::optional<std::map<std::string, ProcessLog>> process; // what happened, where it was recorded and is looked at
    Candidate candidate;
    std::vector<std::string> questions; // the chosen ones; empty: all
};

// A long sitting has one or two megabytes. Several submissions are in memory at a time, so the limit is near to that.
constexpr std::uint64_t max_submission_bytes = 64u << 20;
// Replays a submission. "error.foreign_pack" and "error.foreign_pack_content" when it was written with another pack
// than the scorer's.
[[nodiscard]] Result<Work> read_submission(const Files& files, const std::string& path, const Scorer& scorer);

// {"<question id>": <answer>}: an absent question is untouched, an unknown one is a problem; so is whatever the
// question's label schema does not allow.
[[nodiscard]] tl::expected<Work, Problems> read_answers(const Files& files, const std::string& path, const Pack& pack);

} // namespace biaokao::cli
