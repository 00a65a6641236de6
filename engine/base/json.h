// A JSON value that is cheap to include; json.cpp alone knows the library that parses and writes it.
//
// Objects keep the order of the file. Numbers written as integers stay integers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value) : value_(value) {}
    Json(int value) : value_(static_cast<std::int64_t>(value)) {}
    Json(std::int64_t value) : value_(value) {}
    Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
    Json(double value) : value_(value) {}
    Json(const char* text) : value_(std::string(text)) {}
    Json(std::string_view text) : value_(std::string(text)) {}
    Json(std::string text) : value_(std::move(text)) {}
    Json(Array items) : value_(std::move(items)) {}
    Json(Object members) : value_(std::move(members)) {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    [[nodiscard]] bool is_number() const;
    // Null pointers where the value is of another type.
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
    [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
    [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
    [[nodiscard]] std::string* string() { return std::get_if<std::string>(&value_); }
    [[nodiscard]] Array* array() { return std::get_if<Array>(&value_); }
    [[nodiscard]] Object* object() { return std::get_if<Object>(&value_); }
    // An integer or a double as double; asserts is_number().
    [[nodiscard]] double number() const;

    // The member of an object, or null pointer where it is absent or this is no object.
    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] Json* find(std::string_view key);
    // Sets or adds a member; a null value becomes an object first.
    void set(std::string_view key, Json value);

    friend bool operator==(const Json&, const Json&) = default;

private:
    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

// Strict JSON in strict UTF-8, at most `max_depth` levels. Refuses duplicate keys, NaN, trailing text.
// Errors carry `file` and the place: "file:line 3" for syntax, "file:/a/b" for a key given twice.
[[nodiscard]] Result<Json> parse_json(std::string_view text, std::string_view file, int max_depth = 32);
// One line without blanks; numbers are the shortest text that reads back exactly. `indent` > 0 gives lines.
[[nodiscard]] std::string dump_json(const Json& value, int indent = 0);
// "/a/b" + "c/d" → "/a/b/c~1d" (RFC 6901).
[[nodiscard]] std::string pointer_child(std::string_view pointer, std::string_view key);

} // namespace biaokao
