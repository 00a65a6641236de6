// Real files of other programs that lie beside a checkout: a test that needs one says `skipped` where it is absent.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include <doctest/doctest.h>

namespace biaokao::test {

[[nodiscard]] inline std::optional<std::string> shared_file(const std::string& path) {
    std::ifstream file(BIAOKAO_SHARED_DATA "/" + path, std::ios::binary);
    if (!file) {
        MESSAGE("skipped: there is no shared data file ", path);
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace biaokao::test
