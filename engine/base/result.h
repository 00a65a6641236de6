// Expected failures travel as values: Result<T> for the first one, Problems where all of them are wanted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace biaokao {

// A sentence in no language yet: a locale key and the values of its placeholders. A value is shown as it stands, with
// two exceptions: "@some.key" is itself translated, and "zh\x1F" "en" (see two_language_value) gives one of its sides.
struct Message {
    std::string code;
    std::vector<std::pair<std::string, std::string>> args;

    friend bool operator==(const Message&, const Message&) = default;
};

constexpr char message_language_separator = '\x1F';
// A value that people read in their language, such as a title of the pack.
[[nodiscard]] std::string two_language_value(std::string_view zh, std::string_view en);
// What a person typed, exactly: never taken for a key or for two languages.
[[nodiscard]] std::string literal_value(std::string_view text);

// What is wrong, and the place that a person can open: "questions/q3.json:/rubric/2/points".
struct Error {
    std::string code; // locale key "error.…"
    std::string where;
    std::vector<std::pair<std::string, std::string>> args;

    // The same error, seen from outside: `outer` is put before the place ("pack.zip" + "pack.json:/id").
    [[nodiscard]] Error within(std::string_view outer) const;
    [[nodiscard]] Message message() const { return {code, args}; }
};

template <class T>
using Result = tl::expected<T, Error>;

// Every problem of one input, in the order of its files.
struct Problems {
    std::vector<Error> errors;

    void add(std::string code, std::string where, std::vector<std::pair<std::string, std::string>> args = {});
    void add(Error error) { errors.push_back(std::move(error)); }
    [[nodiscard]] bool empty() const { return errors.empty(); }
};

// Shorthand: return fail("error.file_missing", path);
[[nodiscard]] inline tl::unexpected<Error> fail(std::string code, std::string where,
                                                std::vector<std::pair<std::string, std::string>> args = {}) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(where), std::move(args)});
}

} // namespace biaokao

// On in release too: a stop with an intact journal beats a wrong mark.
#define BIAOKAO_ASSERT(condition)                                                                                      \
    ((condition) ? static_cast<void>(0) : ::biaokao::assertion_failed(#condition, __FILE__, __LINE__))

namespace biaokao {
[[noreturn]] void assertion_failed(const char* condition, const char* file, int line); // exit code 3
}
