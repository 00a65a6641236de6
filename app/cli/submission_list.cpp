#include "app/cli/submission_list.h"

#include <algorithm>

namespace biaokao::cli {
namespace {

constexpr std::string_view submission_suffix = ".biaokao";

void find_below(const Files& files, const std::string& folder, std::vector<Submission>& found) {
    const auto entries = files.list(folder);
    if (!entries) {
        found.push_back({folder, entries.error()});
        return;
    }
    for (const FileInfo& entry : *entries) {
        std::string path = folder.ends_with('/') ? folder + entry.name : folder + "/" + entry.name;
        if (entry.is_folder) find_below(files, path, found);
        else if (entry.name.ends_with(submission_suffix)) found.push_back({std::move(path), std::nullopt});
    }
}

bool is_folder(const Files& files, const std::string& path) {
    const auto info = files.info(path);
    if (!info) return false;
    return info->is_folder || (info->is_link && files.list(path).has_value());
}

} // namespace

SubmissionList list_submissions(const Files& files, const std::vector<std::string>& arguments) {
    SubmissionList list;
    for (const std::string& argument : arguments) {
        if (!is_folder(files, argument)) {
            list.submissions.push_back({argument, std::nullopt});
            continue;
        }
        list.has_folder = true;
        std::vector<Submission> found;
        find_below(files, argument, found);
        if (found.empty()) found.push_back({argument, Error{"error.folder_without_submissions", argument, {}}});
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        std::move(found.begin(), found.end(), std::back_inserter(list.submissions));
    }
    return list;
}

} // namespace biaokao::cli
