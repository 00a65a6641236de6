#include "app/cli/grade_output.h"

namespace biaokao::cli {

Result<GradeOutput> GradeOutput::open(Files& files, std::ostream& out, const std::string& path) {
    if (path.empty()) return GradeOutput(out, nullptr);
    auto file = files.open_replacement(path);
    if (!file) return tl::unexpected(file.error());
    return GradeOutput(out, std::move(*file));
}

Result<void> GradeOutput::add(std::string_view text) {
    if (file_) return text.empty() ? Result<void>{} : file_->append(text);
    if (!(*out_ << text << std::flush)) return fail("error.output_lost", "");
    return {};
}

Result<void> GradeOutput::finish() { return file_ ? file_->commit() : Result<void>{}; }

} // namespace biaokao::cli
