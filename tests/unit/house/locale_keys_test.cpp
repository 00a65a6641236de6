// Every locale key that the code names stands in the locale files, and what stands there is named somewhere.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include <doctest/doctest.h>

#include "engine/base/i18n.h"

namespace biaokao {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The string literals of the program's sources, without its comments.
std::set<std::string> literals() {
    static const std::regex literal(R"rx("((?:[^"\\\n]|\\.)*)")rx"), comment(R"(//[^\n]*)");
    std::set<std::string> found;
    for (const char* folder : {"engine", "graders", "tasks/types", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(BIAOKAO_SOURCE_DIR) / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h" && extension != ".def") continue;
            const std::string text = std::regex_replace(content(entry.path()), comment, "");
            for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at)
                found.insert((*at)[1].str());
        }
    }
    return found;
}

TEST_CASE("locale keys: every error, sentence and value that the code names has its words in both languages") {
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    // Only whole keys: a literal that ends in a dot is the beginning of one that is put together.
    const std::regex key(
        R"(@?((error|evidence|measured|nominal|value|report|sheet_form|csv|cli|score|show|grade|journal)\.[a-z0-9_.]*[a-z0-9_]))");
    std::size_t named = 0;
    for (const std::string& text : literals()) {
        std::smatch match;
        if (!std::regex_match(text, match, key)) continue;
        ++named;
        CAPTURE(text);
        for (const char* language : {"zh", "en"}) CHECK(locales.words(language).contains(match[1].str()));
    }
    CHECK(named > 150);
}

} // namespace
} // namespace biaokao
