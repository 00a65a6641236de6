// What the command line promises: streams, exit codes, languages.
#include <doctest/doctest.h>

#include "tests/unit/cli/run_program.h"

namespace biaokao {
namespace {

using test::Ran;
using test::run_program;

TEST_CASE("command line: the version is one line on standard output") {
    const Ran ran = run_program({"--version"});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out == "biaokao " BIAOKAO_VERSION "\n");
    CHECK(ran.err.empty());
}

TEST_CASE("command line: help and version answer everywhere, in both languages") {
    for (const char* command : {"grade", "check", "show"}) {
        CAPTURE(command);
        CHECK(run_program({command, "--version"}).out == "biaokao " BIAOKAO_VERSION "\n");
        const Ran zh = run_program({command, "--help"}), en = run_program({"--lang", "en", command, "--help"});
        CHECK(zh.exit_code == 0);
        CHECK(zh.err.empty());
        CHECK(zh.out.find("用法") == 0);
        CHECK(en.out.find("Usage: biaokao " + std::string(command)) == 0);
        CHECK(en.out.find("cli.") == std::string::npos); // every word is there
    }
    CHECK(run_program({"--help"}).out.find("biaokao grade") != std::string::npos);
}

TEST_CASE("command line: wrong usage says what is wrong on standard error and exits 2") {
    const std::vector<std::vector<std::string>> wrong{
        {"gradee"},                                                      // no such command
        {"grade"},                                                       // no pack
        {"grade", "pack"},                                               // nothing to score
        {"grade", "pack", "a.biaokao", "--answers", "b.json"},           // both
        {"grade", "pack", "a.biaokao", "--format", "pdf"},               // no such format
        {"grade", "pack", "a.biaokao", "--colour"},                      // no such option
        {"grade", "pack", "--answers"},                                  // no value
        {"grade", "pack", "a.biaokao", "b.biaokao", "--format", "html"}, // several pages and no folder
        {"show"},
        {"show", "a", "b"},
        {"--lang", "fr", "show", "a"},
    };
    for (const auto& arguments : wrong) {
        const std::string last = arguments.back();
        CAPTURE(last);
        const Ran ran = run_program(arguments);
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
        CHECK(ran.err.find("error.") == std::string::npos); // in words
    }
}

#ifndef BIAOKAO_HAS_GUI
TEST_CASE("command line: a program without a window refuses the window's commands in one clear sentence") {
    const std::vector<std::vector<std::string>> wanted{
        {"--lang", "en"},
        {"--lang", "en", "drill", "pack", "--name", "N"},
        {"--lang", "en", "exam", "pack"},
        {"--lang", "en", "replay", "a.jsonl", "--watch"},
    };
    for (const auto& arguments : wanted) {
        const Ran ran = run_program(arguments);
        CHECK(ran.exit_code == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err == "This program has no window: it was built with BIAOKAO_BUILD_GUI=OFF\n");
    }
}
#endif

TEST_CASE("command line: input at fault exits 1 and names the place") {
    const Ran ran = run_program({"--lang", "en", "show", "/nowhere/at/all.biaokao"});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("/nowhere/at/all.biaokao: ") == 0);
}

} // namespace
} // namespace biaokao
