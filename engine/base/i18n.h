// Words in the user's language: flat JSON files under assets/locales/<language>/, one for each part of the program.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/base/files.h"
#include "engine/base/result.h"

namespace biaokao {

// The words of both languages; immutable once loaded.
class Locales {
public:
    // Reads every *.json of `folder`/zh and `folder`/en. A key given twice is an error.
    static Result<Locales> load(const Files& files, const std::string& folder);

    // The text of `key` in `language` ("zh" or "en"), else in the other one, else the key itself.
    [[nodiscard]] std::string_view find(std::string_view language, std::string_view key) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& words(std::string_view language) const;

private:
    std::map<std::string, std::string, std::less<>> zh_, en_;
};

// One language chosen from Locales. Cheap to copy; `locales` must outlive it.
class Translator {
public:
    Translator(const Locales& locales, std::string_view language) : locales_(&locales), language_(language) {}
    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] const Locales& locales() const { return *locales_; }
    [[nodiscard]] std::string_view operator()(std::string_view key) const { return locales_->find(language_, key); }
    // Fills {name} placeholders. Values "@key" and two-language values are resolved as result.h says.
    [[nodiscard]] std::string operator()(const Message& message) const;
    // "file:/pointer: sentence", as the command line prints it.
    [[nodiscard]] std::string sentence(const Error& error) const;

private:
    const Locales* locales_;
    std::string language_;
};

} // namespace biaokao
