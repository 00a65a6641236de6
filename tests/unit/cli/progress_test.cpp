#include <algorithm>
#include <sstream>

#include <doctest/doctest.h>

#include "app/cli/progress.h"

namespace biaokao {
namespace {

using namespace std::chrono_literals;

struct Screen {
    Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    Translator tr{locales, "en"};
    std::ostringstream err;
    cli::Progress::Time start{};

    // What is seen at the end: a carriage return goes back over the line.
    [[nodiscard]] std::string last_drawing() const {
        const std::string text = err.str();
        return text.substr(text.rfind('\r') + 1);
    }
    [[nodiscard]] auto drawings() const {
        const std::string text = err.str();
        return std::count(text.begin(), text.end(), '[') / 2; // the bar's, and the one that takes the line away
    }
};

TEST_CASE("progress: on a terminal done, all, rate and remaining time, at most ten times a second") {
    Screen screen;
    cli::Progress progress(screen.err, screen.tr, 10'000, true, screen.start);
    for (int i = 1; i <= 2500; ++i) progress.advance(true, screen.start + i * 4ms); // 250 a second, for ten seconds
    CHECK(screen.drawings() == 100);
    CHECK(screen.last_drawing() == "\x1b[K[######..................] 2500 of 10000, 250 per second, 0:00:30 left");
    progress.clear();
    CHECK(screen.last_drawing() == "\x1b[K");
    progress.advance(false, screen.start + 10s);
    progress.finish(screen.start + 10s);
    CHECK(screen.last_drawing() == "\x1b[K2500 scored, 1 refused, 10.0 s, 250 per second\n");
}

TEST_CASE("progress: without a terminal only the totals, for a single one nothing") {
    Screen screen;
    cli::Progress many(screen.err, screen.tr, 3, false, screen.start);
    for (int i = 1; i <= 3; ++i) many.advance(i != 2, screen.start + i * 1s);
    CHECK(screen.err.str().empty());
    many.finish(screen.start + 3s);
    CHECK(screen.err.str() == "2 scored, 1 refused, 3.0 s, 1 per second\n");
    screen.err.str("");
    cli::Progress one(screen.err, screen.tr, 1, true, screen.start);
    one.advance(true, screen.start + 5s);
    one.finish(screen.start + 5s);
    CHECK(screen.err.str().empty());
}

TEST_CASE("progress: a run that takes no time has no rate to tell") {
    Screen screen;
    cli::Progress progress(screen.err, screen.tr, 2, false, screen.start);
    progress.advance(true, screen.start);
    progress.advance(true, screen.start);
    progress.finish(screen.start);
    CHECK(screen.err.str() == "2 scored, 0 refused, 0.0 s, 0 per second\n");
}

} // namespace
} // namespace biaokao
