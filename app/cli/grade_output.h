// Where the forms go as they come: standard output, or one file that gets its name when it is whole.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "engine/base/files.h"

namespace biaokao::cli {

class GradeOutput {
public:
    // An empty `path` is standard output. A file that cannot be written is told here, before anything is scored.
    static Result<GradeOutput> open(Files& files, std::ostream& out, const std::string& path);
    Result<void> add(std::string_view text); // "error.output_lost" where standard output takes no more
    Result<void> finish();                   // without it the file is left as it was

private:
    GradeOutput(std::ostream& out, std::unique_ptr<FileReplacement> file) : out_(&out), file_(std::move(file)) {}

    std::ostream* out_;
    std::unique_ptr<FileReplacement> file_; // none: standard output
};

} // namespace biaokao::cli
