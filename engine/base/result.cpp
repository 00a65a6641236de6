#include "engine/base/result.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace biaokao {

std::string two_language_value(std::string_view zh, std::string_view en) {
    return std::string(zh) + message_language_separator + std::string(en);
}

std::string literal_value(std::string_view text) {
    std::string clean(text);
    std::replace(clean.begin(), clean.end(), message_language_separator, ' ');
    return two_language_value(clean, clean);
}

Error Error::within(std::string_view outer) const {
    Error error = *this;
    error.where = where.empty() ? std::string(outer) : std::string(outer) + "/" + where;
    return error;
}

void Problems::add(std::string code, std::string where, std::vector<std::pair<std::string, std::string>> args) {
    errors.push_back({std::move(code), std::move(where), std::move(args)});
}

void assertion_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "biaokao: internal error at %s:%d: %s\n", file, line, condition);
    std::fflush(nullptr);
    std::_Exit(3);
}

} // namespace biaokao
