#include <algorithm>

#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "tests/support/session_builder.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/cli/run_program.h"

namespace biaokao {

TEST_CASE("show: a damaged journal is told up to the damage, and the damage is named on standard error") {
    const test::TempFolder folder;
    const std::string path = folder / "a.biaokao";
    test::Sitting sitting;
    REQUIRE(sitting.session->apply(test::add_box("o1", 1)).has_value());
    REQUIRE(sitting.session->submit().has_value());
    std::string bytes = sitting.sink.bytes;
    const auto third_line = sitting.sink.lines[0].size() + sitting.sink.lines[1].size();
    bytes[bytes.find("car", third_line)] = 'b';
    REQUIRE(make_disk_files()->replace(path, bytes).has_value());

    const auto ran = test::run_program({"--lang", "en", "show", path});
    CHECK(ran.exit_code == 1);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 2); // create and start
    CHECK(ran.err.find(path + ":line 3: ") != std::string::npos);
    CHECK(ran.err.find("changed after it was written") != std::string::npos);
    CHECK(ran.out.find("receipt") == std::string::npos);
}

} // namespace biaokao
