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

// Every string of the sources that looks like an error code, and the file where it stands.
std::map<std::string, std::string> error_codes_in_sources() {
    const std::regex code_pattern("\"(error\\.[a-z0-9_.]*[a-z0-9_])\"");
    std::map<std::string, std::string> codes;
    for (const char* folder : {"engine", "graders", "tasks/types", "app"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(BIAOKAO_SOURCE_DIR "/" + std::string(folder))) {
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
    const auto codes = error_codes_in_sources();
    CHECK(codes.size() > 100); // otherwise the search itself is broken
    const auto locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales");
    REQUIRE(locales.has_value());
    for (const char* language : {"zh", "en"})
        for (const auto& [code, file] : codes)
            CHECK_MESSAGE(locales->words(language).contains(code), language, " ", code, " (", file, ")");
}
