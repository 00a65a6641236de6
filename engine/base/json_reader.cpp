#include "engine/base/json_reader.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace biaokao {
namespace {

std::string limit_text(double limit) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), limit).ptr;
    return {digits.data(), end};
}

} // namespace

bool is_id(std::string_view text) {
    const auto word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text.size() <= 64 && word(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return word(c) || c == '-'; });
}

JsonReader::JsonReader(const Json& value, std::string file, std::string pointer, Problems& problems)
    : value_(&value), file_(std::move(file)), pointer_(std::move(pointer)), problems_(&problems) {
    if (const auto* members = value_->object()) is_read_.resize(members->size());
    else problems_->add("error.json_type", where(), {{"type", "@json.object"}});
}

std::string JsonReader::where(std::string_view key) const { return file_ + ":" + pointer_child(pointer_, key); }

bool JsonReader::has(std::string_view key) { return raw(key) != nullptr; }

const Json* JsonReader::raw(std::string_view key) {
    const auto* members = value_->object();
    if (!members) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(), [&](const auto& m) { return m.first == key; });
    if (found == members->end()) return nullptr;
    is_read_[static_cast<std::size_t>(found - members->begin())] = true;
    return &found->second;
}

void JsonReader::complain(std::string code, std::string_view key,
                          std::vector<std::pair<std::string, std::string>> args) {
    problems_->add(std::move(code), where(key), std::move(args));
}

// The member, or null after a problem. An object that is none has had its problem in the constructor.
const Json* JsonReader::required(std::string_view key) {
    const Json* member = raw(key);
    if (!member && value_->object()) complain("error.json_missing", key, {{"key", std::string(key)}});
    return member;
}

void JsonReader::wrong_type(std::string_view key, std::string_view type) {
    complain("error.json_type", key, {{"type", "@json." + std::string(type)}});
}

std::string JsonReader::string(std::string_view key) {
    const Json* member = required(key);
    if (!member) return {};
    if (const auto* text = member->string()) return *text;
    wrong_type(key, "string");
    return {};
}

std::optional<std::string> JsonReader::optional_string(std::string_view key) {
    return has(key) ? std::optional(string(key)) : std::nullopt;
}

std::int64_t JsonReader::integer(std::string_view key, std::int64_t low, std::int64_t high) {
    const Json* member = required(key);
    if (!member) return low;
    const auto* number = member->integer();
    if (!number) {
        wrong_type(key, "integer");
        return low;
    }
    if (*number >= low && *number <= high) return *number;
    complain("error.json_range", key, {{"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return low;
}

double JsonReader::number(std::string_view key, double low, double high) {
    const Json* member = required(key);
    if (!member) return low;
    if (!member->is_number()) {
        wrong_type(key, "number");
        return low;
    }
    if (const double number = member->number(); number >= low && number <= high) return number;
    complain("error.json_range", key, {{"low", limit_text(low)}, {"high", limit_text(high)}});
    return low;
}

std::optional<double> JsonReader::optional_number(std::string_view key, double low, double high) {
    return has(key) ? std::optional(number(key, low, high)) : std::nullopt;
}

bool JsonReader::boolean(std::string_view key, bool fallback) {
    const Json* member = raw(key);
    if (!member) return fallback;
    if (const auto* flag = member->boolean()) return *flag;
    wrong_type(key, "boolean");
    return fallback;
}

Text JsonReader::text(std::string_view key) {
    auto reader = child(key, true);
    if (!reader || !reader->value().object()) return {};
    Text text{reader->string("zh"), reader->string("en")};
    for (const auto& [language, words] : {std::pair("zh", &text.zh), std::pair("en", &text.en)}) {
        const Json* member = reader->value().find(language);
        if (member && member->string() && words->empty()) reader->complain("error.json_empty", language);
    }
    reader->finish();
    return text;
}

Text JsonReader::optional_text(std::string_view key) { return has(key) ? text(key) : Text{}; }

std::string JsonReader::id(std::string_view key) {
    const auto before = problems_->errors.size();
    std::string value = string(key);
    if (problems_->errors.size() == before && value_->object() && !is_id(value))
        complain("error.json_id", key, {{"value", value}});
    return value;
}

std::string JsonReader::choice(std::string_view key, std::span<const std::string_view> allowed) {
    const auto before = problems_->errors.size();
    std::string value = string(key);
    if (problems_->errors.size() != before || !value_->object()) return value;
    if (std::find(allowed.begin(), allowed.end(), value) != allowed.end()) return value;
    std::string list;
    for (const std::string_view one : allowed) list.append(list.empty() ? "" : ", ").append(one);
    complain("error.json_choice", key, {{"value", value}, {"allowed", list}});
    return value;
}

std::vector<std::string> JsonReader::strings(std::string_view key, bool is_required) {
    const Json* member = is_required ? required(key) : raw(key);
    if (!member) return {};
    const auto* items = member->array();
    if (!items) {
        wrong_type(key, "array");
        return {};
    }
    std::vector<std::string> result;
    for (std::size_t i = 0; i < items->size(); ++i) {
        if (const auto* text = (*items)[i].string()) result.push_back(*text);
        else
            problems_->add("error.json_type",
                           file_ + ":" + pointer_child(pointer_child(pointer_, key), std::to_string(i)),
                           {{"type", "@json.string"}});
    }
    return result;
}

std::vector<JsonReader> JsonReader::elements(std::string_view key, bool is_required) {
    const Json* member = is_required ? required(key) : raw(key);
    if (!member) return {};
    const auto* items = member->array();
    if (!items) {
        wrong_type(key, "array");
        return {};
    }
    std::vector<JsonReader> result;
    result.reserve(items->size());
    const std::string pointer = pointer_child(pointer_, key);
    for (std::size_t i = 0; i < items->size(); ++i)
        result.emplace_back((*items)[i], file_, pointer_child(pointer, std::to_string(i)), *problems_);
    return result;
}

std::vector<std::pair<std::string, JsonReader>> JsonReader::members(std::string_view key, bool is_required) {
    const Json* member = is_required ? required(key) : raw(key);
    if (!member) return {};
    const auto* object = member->object();
    if (!object) {
        wrong_type(key, "object");
        return {};
    }
    std::vector<std::pair<std::string, JsonReader>> result;
    result.reserve(object->size());
    const std::string pointer = pointer_child(pointer_, key);
    for (const auto& [name, value] : *object)
        result.emplace_back(name, JsonReader(value, file_, pointer_child(pointer, name), *problems_));
    return result;
}

std::optional<JsonReader> JsonReader::child(std::string_view key, bool is_required) {
    const Json* member = is_required ? required(key) : raw(key);
    if (!member) return std::nullopt;
    return JsonReader(*member, file_, pointer_child(pointer_, key), *problems_);
}

void JsonReader::finish() {
    const auto* members = value_->object();
    if (!members) return;
    for (std::size_t i = 0; i < members->size(); ++i) {
        const std::string& name = (*members)[i].first;
        if (name != "$schema" && !is_read_[i]) complain("error.json_unknown_key", name, {{"key", name}});
    }
}

} // namespace biaokao
