// The arrows of the house, read off the #include lines: whoever includes what is not drawn here breaks this test.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Include {
    std::string from; // "engine/pack/pack.h"
    std::string to;   // as written
    bool quoted = false;
};

std::vector<std::string> sources_below(const std::string& folder) {
    std::vector<std::string> paths;
    const fs::path root = BIAOKAO_SOURCE_DIR;
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
        const std::string extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp" || extension == ".def")
            paths.push_back(fs::relative(entry.path(), root).string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string content_of(const std::string& path) {
    std::ifstream file(fs::path(BIAOKAO_SOURCE_DIR) / path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Include> includes_below(const std::string& folder) {
    static const std::regex line(R"re((?:^|\n)[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])re");
    std::vector<Include> found;
    for (const std::string& path : sources_below(folder)) {
        const std::string text = content_of(path);
        for (auto at = std::sregex_iterator(text.begin(), text.end(), line); at != std::sregex_iterator(); ++at)
            found.push_back({path, (*at)[2], (*at)[1] == "\""});
    }
    return found;
}

std::string part(const std::string& path, int number) { // part("engine/pack/key.h", 1) == "pack"
    std::string rest = path;
    for (int i = 0; i < number; ++i) rest = rest.substr(std::min(rest.size(), rest.find('/') + 1));
    return rest.substr(0, rest.find('/'));
}

bool is_view(const std::string& path) {
    return path.starts_with("tasks/types/") && fs::path(path).filename().string().starts_with("view");
}

// What each folder of the engine may use besides itself.
const std::map<std::string, std::vector<std::string>> engine_arrows{
    {"base", {}},
    {"text", {"base"}},
    {"geometry", {"base"}},
    {"media", {"base", "text"}},
    {"answer", {"base", "text", "geometry", "media"}},
    {"pack", {"base", "text", "geometry", "media", "answer"}},
    {"session", {"base", "text", "geometry", "media", "answer", "pack"}},
    {"score", {"base", "text", "geometry", "media", "answer", "pack", "session"}},
    {"report", {"base", "text", "geometry", "media", "answer", "pack", "session", "score"}},
};

bool engine_may(const Include& include) {
    if (!include.to.starts_with("engine/")) return false;
    const std::string from = part(include.from, 1), to = part(include.to, 1);
    const auto row = engine_arrows.find(from);
    return row != engine_arrows.end() &&
           (from == to || std::find(row->second.begin(), row->second.end(), to) != row->second.end());
}

bool graders_may(const Include& include) {
    if (include.to.starts_with("engine/") || include.to.starts_with("graders/measures/")) return true;
    // A grader uses what all of them share (graders/support/) and its own parts, never another grader.
    const auto kind_of = [](const std::string& path) { return fs::path(part(path, 1)).stem().string(); };
    const bool own = kind_of(include.from) == kind_of(include.to); // graders/<kind>.cpp and graders/<kind>/…
    // The case format of measures is beside the graders: it sees measures only.
    if (include.from.starts_with("graders/cases/")) return include.to.starts_with("graders/cases/");
    return include.to.starts_with("graders/support/") || include.to == "graders/graders.h" ||
           include.to == "graders/grader_list.def" || (include.to.starts_with("graders/") && own);
}

bool tasks_may(const Include& include) {
    if (include.to.starts_with("engine/")) return true;
    // The tables of models and of views stand beside the types and expand the same list.
    const bool table = include.from.starts_with("tasks/types/task_") || include.from == "tasks/types/view_list.cpp";
    const bool list = table && include.to.starts_with("tasks/types/task_");
    const bool own = include.to.starts_with("tasks/types/" + part(include.from, 2) + "/");
    const bool screen = include.to.starts_with("app/ui/") || include.to.starts_with("app/platform/");
    return list || own || (is_view(include.from) && screen);
}

bool app_may(const Include& include) {
    const bool low = include.from.starts_with("app/ui/") || include.from.starts_with("app/platform/");
    if (include.to.starts_with("engine/") || include.to.starts_with("app/ui/") ||
        include.to.starts_with("app/platform/"))
        return true;
    return !low && (include.to.starts_with("app/") || include.to == "graders/graders.h" ||
                    include.to == "graders/cases/metric_cases.h" || include.to.starts_with("tasks/types/task_"));
}

void check_arrows(const std::string& folder, bool (*may)(const Include&)) {
    const auto includes = includes_below(folder);
    CHECK(includes.size() > 10); // a wrong path would make this test blind
    for (const Include& include : includes)
        if (include.quoted && !may(include)) FAIL_CHECK(include.from << " must not include " << include.to);
}

} // namespace

TEST_CASE("house: engine folders include only what stands left of them") { check_arrows("engine", engine_may); }
TEST_CASE("house: graders include the engine and measures, never one another") { check_arrows("graders", graders_may); }
TEST_CASE("house: task models include the engine only, their views the widgets") {
    check_arrows("tasks/types", tasks_may);
}
TEST_CASE("house: widgets and platforms know no task, grader or screen") { check_arrows("app", app_may); }

TEST_CASE("house: a library that is heavy, throws or runs what strangers wrote is known to one place") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"nlohmann/", "engine/base/json.cpp"},  {"simdjson", "engine/session/journal_line.cpp"},
        {"openssl/", "engine/base/hash.cpp"},   {"oneapi/", "app/cli/grade_batch.cpp"},
        {"CLI/", "app/cli/command_line.cpp"},   {"zip.h", "engine/pack/zip_files.cpp"},
        {"sqlite3.h", "graders/query/sqlite_"}, {"jpeglib.h", "engine/media/read_jpeg.cpp"},
        {"png.h", "engine/media/read_png.cpp"}, {"stb_image.h", "engine/media/image.cpp"}};
    for (const std::string folder : {"app", "engine", "graders", "tasks/types"})
        for (const Include& include : includes_below(folder))
            for (const auto& [library, owner] : rows)
                if (!include.quoted && include.to.starts_with(library) && !include.from.starts_with(owner))
                    FAIL_CHECK(include.from << " includes " << include.to << "; only " << owner << " may");
}

TEST_CASE("house: Dear ImGui is used by widgets, screens and views, its version by one file") {
    for (const std::string folder : {"app", "engine", "graders", "tasks/types"}) {
        for (const Include& include : includes_below(folder))
            if (include.to.starts_with("imgui") && !include.from.starts_with("app/") && !is_view(include.from))
                FAIL_CHECK(include.from << " includes " << include.to);
        for (const std::string& path : sources_below(folder))
            if (path != "app/ui/imgui_compat.h" && content_of(path).find("IMGUI_VERSION_NUM") != std::string::npos)
                FAIL_CHECK(path << " looks at the version of Dear ImGui; app/ui/imgui_compat.h alone may");
    }
}

TEST_CASE("house: beside the eight entries only dot files and the licence stand at the root") {
    const std::vector<std::string> allowed{"CMakeLists.txt", "README.md", "LICENSE", "app",   "engine", "graders",
                                           "tasks",          "assets",    "tests",   "build", "out"};
    for (const auto& entry : fs::directory_iterator(BIAOKAO_SOURCE_DIR)) {
        const std::string name = entry.path().filename();
        if (!name.starts_with('.') && !name.starts_with("build") &&
            std::find(allowed.begin(), allowed.end(), name) == allowed.end())
            FAIL_CHECK(name << " stands at the root");
    }
}
