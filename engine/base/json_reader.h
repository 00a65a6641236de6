// Walks a Json document that a stranger wrote: reads typed members, adds a Problem with file and JSON pointer for
// whatever is missing, of the wrong type or out of range, and reports the members that nobody asked for.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/json.h"

namespace biaokao {

// A text that people read, in both languages.
struct Text {
    std::string zh, en;
    [[nodiscard]] const std::string& in(std::string_view language) const { return language == "en" ? en : zh; }
    [[nodiscard]] bool empty() const { return zh.empty() && en.empty(); }
    friend bool operator==(const Text&, const Text&) = default;
};

// [A-Za-z0-9_][A-Za-z0-9_-]{0,63}: what ids of packs and answers look like.
[[nodiscard]] bool is_id(std::string_view text);

class JsonReader {
public:
    // `value` and `problems` must outlive the reader.
    JsonReader(const Json& value, std::string file, std::string pointer, Problems& problems);

    [[nodiscard]] std::string where() const { return file_ + ":" + (pointer_.empty() ? "/" : pointer_); }
    [[nodiscard]] std::string where(std::string_view key) const;
    [[nodiscard]] const Json& value() const { return *value_; }
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] Problems& problems() const { return *problems_; }
    [[nodiscard]] bool has(std::string_view key); // counts as reading it

    // Required members: a problem and a neutral value when absent or wrong.
    std::string string(std::string_view key);
    std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high);
    double number(std::string_view key, double low, double high);
    bool boolean(std::string_view key, bool fallback); // optional, like the next ones
    std::optional<std::string> optional_string(std::string_view key);
    std::optional<double> optional_number(std::string_view key, double low, double high);
    Text text(std::string_view key);
    Text optional_text(std::string_view key);
    std::string id(std::string_view key); // [A-Za-z0-9_][A-Za-z0-9_-]{0,63}
    std::string choice(std::string_view key, std::span<const std::string_view> allowed);
    std::vector<std::string> strings(std::string_view key, bool required = false);
    // The elements of an array member, the members of an object member, one object member. Optional unless said.
    std::vector<JsonReader> elements(std::string_view key, bool required = false);
    std::vector<std::pair<std::string, JsonReader>> members(std::string_view key, bool required = false);
    std::optional<JsonReader> child(std::string_view key, bool required = false);
    // Raw member, marked as read.
    const Json* raw(std::string_view key);

    // Must be called when all members were read: each member that nobody asked for is a problem. "$schema" is allowed.
    void finish();
    void complain(std::string code, std::string_view key, std::vector<std::pair<std::string, std::string>> args = {});

private:
    const Json* required(std::string_view key);
    void wrong_type(std::string_view key, std::string_view type);

    const Json* value_;
    std::string file_, pointer_;
    Problems* problems_;
    std::vector<bool> is_read_; // of the members
};

} // namespace biaokao
