#include <doctest/doctest.h>

#include "engine/base/i18n.h"
#include "tests/support/temp_folder.h"

using namespace biaokao;

namespace {

Locales shipped_locales() {
    auto locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales");
    if (!locales) FAIL(locales.error().where << " " << locales.error().code);
    return std::move(*locales);
}

std::vector<std::string> placeholders(std::string_view text) {
    std::vector<std::string> names;
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1))
        names.emplace_back(text.substr(open, text.find('}', open) - open));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

TEST_CASE("locales: both languages have the same keys with the same placeholders, and no empty text") {
    const Locales locales = shipped_locales();
    CHECK(locales.words("en").size() == locales.words("zh").size());
    for (const auto& [key, english] : locales.words("en")) {
        CAPTURE(key);
        CHECK_FALSE(english.empty());
        const auto chinese = locales.words("zh").find(key);
        REQUIRE(chinese != locales.words("zh").end());
        CHECK_FALSE(chinese->second.empty());
        CHECK(placeholders(english) == placeholders(chinese->second));
    }
}

TEST_CASE("translator: placeholders, translated arguments, and texts that only look like them") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    for (const char* language : {"zh", "en"}) REQUIRE(files->make_folders(folder / language).has_value());
    REQUIRE(
        files->replace(folder / "en/a.json", R"({"hello": "{who} says {what}, {who}", "disk": "full", "only": "en"})")
            .has_value());
    REQUIRE(files->replace(folder / "zh/a.json", R"({"hello": "{who}说{what}", "disk": "已满"})").has_value());
    const Locales locales = Locales::load(*files, folder.path()).value();
    const Translator en(locales, "en"), zh(locales, "zh");

    CHECK(en({"hello", {{"who", "{what}"}, {"what", "@disk"}}}) == "{what} says full, {what}");
    CHECK(zh({"hello", {{"who", "@nobody"}, {"what", "@disk"}}}) == "@nobody说已满");
    CHECK(en({"hello", {{"who", "x"}}}) == "x says {what}, x");
    CHECK(zh("only") == "en");
    CHECK(zh("no.such.key") == "no.such.key");
    CHECK(zh.sentence({"disk", "a/b.json:/x", {}}) == "a/b.json:/x: 已满");
    CHECK(zh.sentence({"disk", "", {}}) == "已满");
}

TEST_CASE("locales: a key given twice in one language is an error, in one file or in two") {
    const test::TempFolder folder;
    const auto files = make_disk_files();
    for (const char* language : {"zh", "en"}) REQUIRE(files->make_folders(folder / language).has_value());
    REQUIRE(files->replace(folder / "en/a.json", R"({"k": "1"})").has_value());
    REQUIRE(files->replace(folder / "en/b.json", R"({"k": "2"})").has_value());
    CHECK(Locales::load(*files, folder.path()).error().code == "error.json_duplicate_key");
    REQUIRE(files->replace(folder / "en/b.json", R"({"j": 2})").has_value());
    CHECK(Locales::load(*files, folder.path()).error().where == folder / "en/b.json:/j");
}

TEST_CASE("translator: values in two languages, and typed ones that are never taken for a key or for two languages") {
    const Locales locales = shipped_locales();
    const Translator en(locales, "en"), zh(locales, "zh");
    const Message named{"measured.value", {{"value", two_language_value("人", "Person")}}};
    CHECK(zh(named) == "人");
    CHECK(en(named) == "Person");
    CHECK(en(Message{"measured.value", {{"value", literal_value("@value.yes")}}}) == "@value.yes");
    CHECK(en(Message{"measured.value",
                     {{"value", literal_value("a\x1F"
                                              "b")}}}) == "a b");
}
