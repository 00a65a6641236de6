#include "engine/base/i18n.h"

#include "engine/base/json.h"

namespace biaokao {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Result<void> add_words(Words& words, const Files& files, const std::string& path) {
    const auto text = files.read(path);
    if (!text) return tl::unexpected(text.error());
    const auto json = parse_json(*text, path);
    if (!json) return tl::unexpected(json.error());
    if (!json->object()) return fail("error.json_type", path + ":/", {{"type", "@json.object"}});
    for (const auto& [key, value] : *json->object()) {
        const std::string where = path + ":" + pointer_child("", key);
        if (!value.string()) return fail("error.json_type", where, {{"type", "@json.string"}});
        if (!words.emplace(key, *value.string()).second) return fail("error.json_duplicate_key", where, {{"key", key}});
    }
    return {};
}

Result<Words> read_language(const Files& files, const std::string& folder) {
    const auto entries = files.list(folder);
    if (!entries) return tl::unexpected(entries.error());
    Words words;
    for (const FileInfo& entry : *entries) {
        if (entry.is_folder || !entry.name.ends_with(".json")) continue;
        if (auto added = add_words(words, files, folder + "/" + entry.name); !added)
            return tl::unexpected(added.error());
    }
    return words;
}

} // namespace

Result<Locales> Locales::load(const Files& files, const std::string& folder) {
    auto zh = read_language(files, folder + "/zh");
    if (!zh) return tl::unexpected(zh.error());
    auto en = read_language(files, folder + "/en");
    if (!en) return tl::unexpected(en.error());
    Locales locales;
    locales.zh_ = std::move(*zh);
    locales.en_ = std::move(*en);
    return locales;
}

const Words& Locales::words(std::string_view language) const { return language == "en" ? en_ : zh_; }

std::string_view Locales::find(std::string_view language, std::string_view key) const {
    const bool english = language == "en";
    for (const Words* candidate : {english ? &en_ : &zh_, english ? &zh_ : &en_}) {
        if (const auto found = candidate->find(key); found != candidate->end()) return found->second;
    }
    return key;
}

std::string Translator::operator()(const Message& message) const {
    const auto value_of = [&](std::string_view name) -> const std::string* {
        for (const auto& [argument, value] : message.args) {
            if (argument == name) return &value;
        }
        return nullptr;
    };
    const std::string_view pattern = (*this)(message.code);
    std::string out;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const auto open = pattern.find('{', at);
        const auto close = open == std::string_view::npos ? open : pattern.find('}', open);
        if (close == std::string_view::npos) break;
        out += pattern.substr(at, open - at);
        // Values are not searched for placeholders again: a candidate's name may contain braces.
        const std::string* value = value_of(pattern.substr(open + 1, close - open - 1));
        if (!value) {
            out += pattern.substr(open, close + 1 - open);
        } else if (const auto cut = value->find(message_language_separator); cut != std::string::npos) {
            out += language_ == "en" ? value->substr(cut + 1) : value->substr(0, cut);
        } else if (value->starts_with('@')) {
            const std::string_view key = std::string_view(*value).substr(1);
            const std::string_view words = (*this)(key);
            out += words == key ? std::string_view(*value) : words;
        } else {
            out += *value;
        }
        at = close + 1;
    }
    out += pattern.substr(at);
    return out;
}

std::string Translator::sentence(const Error& error) const {
    const std::string words = (*this)(error.message());
    return error.where.empty() ? words : error.where + ": " + words;
}

} // namespace biaokao
