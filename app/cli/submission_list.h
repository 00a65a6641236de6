// Which submissions the arguments of `grade` mean.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/files.h"

namespace biaokao::cli {

struct Submission {
    std::string path;
    std::optional<Error> error; // a folder that gave none, or that cannot be read
};

struct SubmissionList {
    std::vector<Submission> submissions;
    bool has_folder = false; // an argument was one: however many it holds, several were meant
};

// Arguments keep their order. A folder stands for every *.biaokao below it, sorted by path; folders below it that are
// links are not entered. Errors in their place: "error.folder_without_submissions", and those of Files::list.
// Whatever is no folder is taken for a submission, also what does not exist.
[[nodiscard]] SubmissionList list_submissions(const Files& files, const std::vector<std::string>& arguments);

} // namespace biaokao::cli
