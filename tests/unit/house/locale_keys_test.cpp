#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "engine/base/files.h"
#include "engine/base/i18n.h"

using namespace biaokao;

namespace {

// Every string of the sources below `folders` that looks like a locale key of this kind, and the file where it stands.
std::map<std::string, std::string> codes_in_sources(const std::string& kinds, const std::vector<std::string>& folders) {
    const std::regex code_pattern("\"@?((?:" + kinds + ")\\.[a-z0-9_.]*[a-z0-9_])\"");
    std::map<std::string, std::string> codes;
    for (const std::string& folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(BIAOKAO_SOURCE_DIR "/" + folder)) {
            if (entry.path().extension() != ".cpp") continue;
            std::ifstream file(entry.path());
            const std::string text(std::istreambuf_iterator<char>(file), {});
            for (std::sregex_iterator match(text.begin(), text.end(), code_pattern), end; match != end; ++match)
                codes.try_emplace((*match)[1], entry.path().filename().string());
        }
    }
    return codes;
}

} // namespace

TEST_CASE("house: every error code of the sources has its words in both languages") {
    const auto codes = codes_in_sources("error", {"engine", "graders", "tasks/types", "app"});
    CHECK(codes.size() > 100); // otherwise the search itself is broken
    const auto locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales");
    REQUIRE(locales.has_value());
    for (const char* language : {"zh", "en"})
        for (const auto& [code, file] : codes)
            CHECK_MESSAGE(locales->words(language).contains(code), language, " ", code, " (", file, ")");
}

TEST_CASE("house: every sentence of the graders has its words in both languages, with the same placeholders") {
    const auto codes = codes_in_sources("evidence|nominal|measured|value", {"graders", "engine/score"});
    CHECK(codes.size() > 100);
    const auto locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales");
    REQUIRE(locales.has_value());
    const auto placeholders = [](const std::string& text) {
        static const std::regex name("\\{([a-z_]+)\\}");
        std::set<std::string> names;
        for (auto at = std::sregex_iterator(text.begin(), text.end(), name); at != std::sregex_iterator(); ++at)
            names.insert((*at)[1]);
        return names;
    };
    for (const auto& [code, file] : codes) {
        CAPTURE(code);
        CAPTURE(file);
        const auto zh = locales->words("zh").find(code), en = locales->words("en").find(code);
        REQUIRE(zh != locales->words("zh").end());
        REQUIRE(en != locales->words("en").end());
        CHECK(placeholders(zh->second) == placeholders(en->second));
    }
}
