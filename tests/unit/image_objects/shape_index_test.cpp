#include <doctest/doctest.h>

#include "engine/base/rng.h"
#include "tasks/types/image_objects/shape_index.h"
#include "tests/support/session_builder.h"

using namespace biaokao;
using namespace biaokao::image_objects;
using namespace biaokao::test;

namespace {

// Draws, moves, deletes, sends to another picture, saves, works on another question, undoes, redoes.
void do_something(Session& session, Rng& rng) {
    const auto pick = [&](std::uint64_t below) { return rng.next() % below; };
    const std::string some_object = "o" + std::to_string(1 + pick(8)), path = "/objects/" + some_object;
    const auto x = static_cast<double>(pick(400));
    switch (pick(9)) {
    case 0:
    case 1: (void)session.apply(add_box(session.next_object_id("q1"), x)); break;
    case 2: (void)session.apply(move_box(some_object, x)); break;
    case 3: (void)session.apply({"edit.delete", "q1", {{Change::Op::remove, path, {}}}}); break;
    case 4:
        (void)session.apply({"edit.item", "q1", {{Change::Op::replace, path + "/item", pick(2) ? "p1" : "p2"}}});
        break;
    case 5: (void)session.apply(save_item("p1")); break;
    case 6: (void)session.apply(add_box(session.next_object_id("q2"), x, "q2")); break;
    case 7: (void)session.redo("q1"); break;
    default: (void)session.undo("q1"); break;
    }
}

std::string words_of(const std::vector<PlacedShape>& shapes) {
    std::string words;
    for (const PlacedShape& shape : shapes)
        words += shape.id + "@" + std::to_string(shape.bounds.x) + (shape.pickable ? " " : "! ");
    return words;
}

} // namespace

TEST_CASE("the index that looks at what changed alone is the one that looks at everything, in the same order") {
    const std::uint64_t seed = make_system_rng()->next();
    CAPTURE(seed);
    const auto rng = make_seeded_rng(seed);
    Sitting sitting;
    Session& session = *sitting.session;
    ShapeIndex kept;
    int told = 0;
    const ChangedSince changed_since = [&](std::uint64_t revision) {
        auto ids = session.objects_changed_since("q1", revision);
        told += ids.has_value();
        return ids;
    };
    const ObjectIds hidden{"o2"}, locked{"o3"};
    const Heights heights{{"o1", 2}, {"o4", -1}};
    for (int i = 0; i < 400; ++i) {
        do_something(session, *rng);
        if (rng->next() % 4 == 0) continue; // two changes between two frames
        const Pile pile{hidden, locked, heights};
        ShapeIndex fresh;
        const auto& shapes = kept.of(session.answer("q1"), "p1", session.revision(), pile, changed_since);
        REQUIRE(words_of(shapes) == words_of(fresh.of(session.answer("q1"), "p1", session.revision(), pile)));
        for (const PlacedShape& shape : shapes) {
            REQUIRE(kept.find(shape.id) == &shape);
            REQUIRE(shape.object == &session.answer("q1").objects.at(shape.id));
        }
        REQUIRE(kept.find("o2") == nullptr);
    }
    CHECK(told > 100);
}
