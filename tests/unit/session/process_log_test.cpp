#include "engine/session/process_log.h"

#include <doctest/doctest.h>

#include "tests/support/session_builder.h"

namespace biaokao {
namespace {

TEST_CASE("process log: edits, undo and redo tell what they changed, question by question") {
    test::FakeClock clock;
    test::MemorySink sink;
    const auto session = Session::create(test::header(), clock, sink);
    REQUIRE(session->start().has_value());
    REQUIRE(session->open_question("q1").has_value());
    REQUIRE(session->apply(test::add_box("o1", 5)).has_value());
    REQUIRE(session->apply(test::move_box("o1", 9)).has_value());
    REQUIRE(session->undo("q1").has_value());
    REQUIRE(session->redo("q1").has_value());
    REQUIRE(session->apply(test::add_box("o1", 7, "q2")).has_value());

    const auto logs = process_logs(session->header(), session->entries());
    const ProcessLog& first = logs.at("q1");
    REQUIRE(first.size() == 5);
    CHECK(first[0].kind == "open");
    CHECK(first[0].changes.empty());
    CHECK(logs.at("q2").size() == 1);
    Answer answer;
    for (const ProcessEvent& event : first) REQUIRE(apply_patch(answer, event.changes).has_value());
    CHECK(answer == session->answer("q1"));
    CHECK(std::get<Box>(answer.objects.at("o1").shape).x == 9);
    REQUIRE(first[3].changes.size() == 1);
    CHECK(first[3].changes[0].value == json_from_shape(Box{5, 2, 30, 40.5}));
}

} // namespace
} // namespace biaokao
