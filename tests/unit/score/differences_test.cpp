#include "engine/score/differences.h"

#include <doctest/doctest.h>

namespace biaokao {
namespace {

Object box(double x, const char* label) {
    Object object;
    object.item = "yard";
    object.label = label;
    object.shape = Box{x, 0, 10, 10};
    return object;
}

Object relation(const char* from, const char* to) {
    Object object;
    object.item = "yard";
    object.label = "near";
    object.shape = Relation{from, to};
    return object;
}

TEST_CASE("differences: what is right and what is excused goes, every mistake stays on both sides") {
    Answer mine, reference;
    mine.objects = {{"o1", box(0, "cat")}, {"o2", box(20, "dog")}, {"o3", box(90, "cat")}, {"o4", box(200, "cat")}};
    reference.objects = {{"r1", box(0, "cat")}, {"r2", box(20, "cat")}, {"r3", box(60, "cat")}};
    mine.items["yard"].saved = true;
    const std::vector<ObjectVerdict> verdicts{{"yard", "o1", "r1", Verdict::matched},
                                              {"yard", "o2", "r2", Verdict::wrong_label},
                                              {"yard", "", "r3", Verdict::missing},
                                              {"yard", "o3", "", Verdict::extra},
                                              {"yard", "o4", "", Verdict::ignored}};
    const Differences differences = differences_of(mine, reference, verdicts);
    CHECK(differences.mine.objects == Objects{{"o2", box(20, "dog")}, {"o3", box(90, "cat")}});
    CHECK(differences.reference.objects == Objects{{"r2", box(20, "cat")}, {"r3", box(60, "cat")}});
    CHECK(differences.mine.items == mine.items);
    REQUIRE(differences.verdicts.size() == 3);
    CHECK(differences.verdicts[0].verdict == Verdict::wrong_label);
}

TEST_CASE("differences: a matched object with another attribute or text is one") {
    Answer mine, reference;
    mine.objects = {{"o1", box(0, "cat")}, {"o2", box(20, "cat")}, {"o3", box(40, "cat")}};
    reference.objects = {{"r1", box(0, "cat")}, {"r2", box(20, "cat")}, {"r3", box(40, "cat")}};
    mine.objects["o2"].attributes["colour"] = std::string("red");
    mine.objects["o3"].text = "你好";
    const std::vector<ObjectVerdict> verdicts{{"yard", "o1", "r1", Verdict::matched},
                                              {"yard", "o2", "r2", Verdict::matched},
                                              {"yard", "o3", "r3", Verdict::matched}};
    const Differences differences = differences_of(mine, reference, verdicts);
    CHECK_FALSE(differences.mine.objects.contains("o1"));
    CHECK(differences.mine.objects.size() == 2);
    CHECK(differences.reference.objects.size() == 2);
}

TEST_CASE("differences: a wrong relation keeps the right objects that it runs between") {
    Answer mine, reference;
    mine.objects = {{"o1", box(0, "cat")}, {"o2", box(20, "cat")}, {"o3", relation("o2", "o1")}};
    reference.objects = {{"r1", box(0, "cat")}, {"r2", box(20, "cat")}};
    const std::vector<ObjectVerdict> verdicts{{"yard", "o1", "r1", Verdict::matched},
                                              {"yard", "o2", "r2", Verdict::matched},
                                              {"yard", "o3", "", Verdict::extra}};
    const Differences differences = differences_of(mine, reference, verdicts);
    CHECK(differences.mine.objects == mine.objects);
    CHECK(differences.reference.objects.empty());
}

} // namespace
} // namespace biaokao
