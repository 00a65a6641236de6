// The pack that ships, against its own sample answers.
#include <doctest/doctest.h>

#include "engine/score/score.h"
#include "graders/graders.h"
#include "tests/support/program_rows.h"
#include "tests/support/shown_problems.h"

namespace biaokao {
namespace {

TEST_CASE("every sample of the starter pack earns exactly what it names, item by item") {
    const auto files = make_disk_files();
    PackOptions options = test::program_rows();
    options.read_key = true;
    options.read_samples = true;
    const auto pack = load_pack(*files, BIAOKAO_SOURCE_DIR "/tasks/packs/l5-starter", options);
    if (!pack) MESSAGE(test::shown(pack.error()));
    REQUIRE(pack.has_value());
    CHECK((*pack)->samples.size() >= 20);
    auto scorer = Scorer::compile(*pack, all_graders());
    if (!scorer) MESSAGE(test::shown(scorer.error()));
    REQUIRE(scorer.has_value());
    Problems problems;
    verify_samples(*scorer, problems);
    CHECK_MESSAGE(problems.empty(), test::shown(problems));
}

} // namespace
} // namespace biaokao
