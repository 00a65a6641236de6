#include <doctest/doctest.h>

#include <algorithm>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using test::grade;
using test::has_sentence;
using test::item_of;
using test::points_of;

struct Sorting {
    Scorer scorer;
    Answer answer;
    explicit Sorting(const test::SmallPack& pack = test::scored_pack())
        : scorer(test::scorer_of(pack)), answer(test::perfect_answer(scorer.pack(), "sorting")) {}

    void put(const std::vector<std::string>& items, const std::string& value, const std::string& group = "folder") {
        for (const std::string& item : items) {
            if (value.empty()) answer.items.at(item).classes.erase(group);
            else answer.items.at(item).classes[group] = value;
        }
    }
    [[nodiscard]] QuestionScore score() const { return grade(scorer, "sorting", answer); }
    [[nodiscard]] double points(std::string_view item) const { return points_of(score(), item); }
    [[nodiscard]] bool says(std::string_view item, std::string_view code) const {
        return has_sentence(item_of(score(), item), code);
    }
};

const std::vector<std::string> all_files{"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10"};
const std::vector<std::string> all_pictures{"p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8"};

test::SmallPack with_check(const char* item, std::string_view check) {
    test::SmallPack pack = test::scored_pack();
    pack.set(std::string("key/sorting.json:/checks/") + item, parse_json(check, "check").value());
    return pack;
}

// The one problem of a key, "code place".
std::string problem_of(const char* item, std::string_view check) {
    const Problems problems = test::key_problems(with_check(item, check));
    if (problems.errors.size() != 1) return std::to_string(problems.errors.size()) + " problems";
    return problems.errors[0].code + " " + problems.errors[0].where.substr(sizeof("key/sorting.json:/checks/") - 1);
}

TEST_CASE("sorting: a folder has exactly its name and at least one right member") {
    Sorting sorting;
    sorting.put({"f2", "f3", "f4"}, "");
    CHECK(sorting.points("M1") == 0.5);
    sorting.put({"f1"}, "");
    sorting.put({"f5"}, "猫");
    CHECK(sorting.points("M1") == 0);
    CHECK(sorting.says("M1", "evidence.group.folder_foreign"));
    sorting.put({"f5"}, "狗");
    CHECK(sorting.says("M1", "evidence.group.folder_missing"));
    sorting.put({"f1", "f2", "f3", "f4"}, "猫 ");
    CHECK(sorting.points("M1") == 0);
    CHECK(sorting.says("M1", "evidence.group.folder_near"));
}

TEST_CASE("sorting: a group is complete from exactly its share on, with so many others and not one more") {
    Sorting sorting;
    sorting.put({"f4"}, "");
    CHECK(sorting.points("M2") == 1.0); // 3 of 4
    sorting.put({"f3"}, "");
    CHECK(sorting.points("M2") == 0.5); // 2 of 4
    sorting.put({"f5"}, "猫");
    CHECK(sorting.points("M2") == 0.5);
    sorting.put({"f6"}, "猫");
    CHECK(sorting.points("M2") == 0);
    CHECK(sorting.says("M2", "evidence.group.too_many_foreign"));
    sorting.put({"f5", "f6"}, "");
    sorting.put({"f2"}, "");
    CHECK(sorting.points("M2") == 0); // 1 of 4
    CHECK(sorting.says("M2", "evidence.group.missing_item"));
}

TEST_CASE("sorting: a group may need a number of members instead of a share") {
    Sorting sorting(
        with_check("M2", R"({"check": "complete", "class": "folder", "value": "猫", "count": 2, "foreign": 0})"));
    sorting.put({"f3", "f4"}, "");
    CHECK(sorting.points("M2") == 1.0);
    sorting.put({"f2"}, "");
    CHECK(sorting.points("M2") == 0);
    sorting.put({"f2", "f10"}, "猫");
    CHECK(sorting.points("M2") == 0);
}

TEST_CASE("sorting: exact content misses nothing and holds nothing else; pure content only the latter") {
    Sorting sorting;
    sorting.put({"f7"}, "");
    CHECK(sorting.points("M3") == 0);
    sorting.put({"f7"}, "狗");
    sorting.put({"f10"}, "狗");
    CHECK(sorting.points("M3") == 0);
    CHECK(sorting.says("M3", "evidence.group.foreign_item"));
    sorting.put({"f8"}, "");
    CHECK(sorting.points("M4") == 0.5);
    sorting.put({"f10"}, "Birds");
    CHECK(sorting.points("M4") == 0);
    sorting.put({"f8", "f9", "f10"}, "");
    CHECK(sorting.points("M4") == 0); // an empty group is never pure
    CHECK(sorting.says("M4", "evidence.group.empty"));
}

TEST_CASE("sorting: groups are matched by what is in them, whatever their names") {
    Sorting sorting;
    sorting.put({"f1", "f2", "f3", "f4"}, "A");
    sorting.put({"f5", "f6", "f7"}, "猫");
    sorting.put({"f8", "f9"}, "鸟");
    CHECK(sorting.points("M5") == 1.0);
    CHECK(sorting.points("M6") == 1.0);
    CHECK(sorting.points("M7") == 0.5);
    sorting.put({"f8", "f9"}, "狗");
    CHECK(sorting.points("M7") == 0);
    CHECK(sorting.says("M7", "evidence.group.misnamed"));
    sorting.put({"f8", "f9"}, "");
    CHECK(sorting.says("M7", "evidence.group.unmatched"));
}

TEST_CASE("sorting: purity and completeness meet their limits exactly, and each needs enough of the other") {
    Sorting sorting;
    sorting.put({"f10"}, "猫"); // 4 of 5 = 0.8
    CHECK(sorting.points("M5") == 1.0);
    sorting.put({"f7"}, "猫"); // 4 of 6
    CHECK(sorting.points("M5") == 0);
    CHECK(sorting.points("M6") == 1.0); // 2 of 3 ≥ 0.6
    sorting.put({"f6"}, "猫");
    CHECK(sorting.points("M6") == 0); // 1 of 3
    sorting.put({"f6", "f7", "f10", "f2", "f3", "f4"}, "");
    CHECK(sorting.points("M5") == 0); // pure, but 1 of 4
    CHECK(sorting.says("M5", "evidence.group.purity_condition"));
    sorting.put({"f3"}, "猫"); // 2 of 4: exactly the condition
    CHECK(sorting.points("M5") == 1.0);
    sorting.put({"f6", "f7", "f8", "f9"}, "狗"); // 3 of 5 in a complete group
    CHECK(sorting.points("M6") == 1.0);
    sorting.put({"f10"}, "狗"); // 3 of 6: exactly the condition
    CHECK(sorting.points("M6") == 1.0);
    sorting.put({"f4"}, "狗");
    CHECK(sorting.points("M6") == 0);
    CHECK(sorting.says("M6", "evidence.group.completeness_condition"));
}

TEST_CASE("sorting: the matching has most items in common, not most groups, and is one to one") {
    Sorting sorting;
    // As many groups as possible would be 猫–B and 狗–A with two items in common.
    sorting.put({"f1", "f2", "f3"}, "A");
    sorting.put({"f4"}, "B");
    sorting.put({"f5"}, "A");
    sorting.put({"f6", "f7", "f8", "f9", "f10"}, "");
    CHECK(sorting.says("M5", "evidence.group.purity")); // A: 3 of 4 are right
    CHECK(sorting.says("M6", "evidence.group.unmatched"));
}

TEST_CASE("sorting: one group for all, or each item by itself, earns nothing of purity and completeness") {
    Sorting sorting;
    sorting.put(all_files, "所有");
    CHECK(sorting.points("M5") + sorting.points("M6") + sorting.points("M7") == 0);
    for (const std::string& file : all_files) sorting.put({file}, "组" + file);
    CHECK(sorting.points("M5") + sorting.points("M6") + sorting.points("M7") == 0);
}

TEST_CASE("sorting: nothing is left over when every item that belongs somewhere has a place") {
    Sorting sorting;
    CHECK(sorting.points("M8") == 0.5); // f10 belongs nowhere
    sorting.put({"f1"}, "");
    CHECK(sorting.points("M8") == 0);
    CHECK(sorting.says("M8", "evidence.left_over"));
    sorting.put({"f1"}, "狗");
    CHECK(sorting.points("M8") == 0.5);
}

TEST_CASE("sorting: each false member costs one in its group, so that dropping everything earns nothing") {
    Sorting sorting;
    const auto dropped = [&] { return sorting.points("M10") + sorting.points("M11") + sorting.points("M12"); };
    CHECK(dropped() == 2.0);
    sorting.put({"p1"}, "drop", "verdict");
    CHECK(dropped() == 1.5);
    sorting.put(all_pictures, "drop", "verdict");
    CHECK(dropped() == 0);
    CHECK(sorting.points("M13") == 0);
    sorting.put(all_pictures, "keep", "verdict");
    CHECK(dropped() == 0);
    CHECK(sorting.points("M13") == 0);
    CHECK(sorting.says("M13", "evidence.one_of_many"));
}

TEST_CASE("sorting: whichever of the duplicates stays, exactly one does, and the other is no false member") {
    Sorting sorting;
    sorting.put({"p4"}, "drop", "verdict");
    sorting.put({"p5"}, "keep", "verdict");
    CHECK(sorting.points("M13") == 0.5);
    CHECK(sorting.points("M10") + sorting.points("M11") + sorting.points("M12") == 2.0);
    sorting.put({"p5"}, "drop", "verdict");
    CHECK(sorting.points("M13") == 0);
    CHECK(sorting.says("M13", "evidence.one_of_few"));
    CHECK(sorting.points("M10") + sorting.points("M11") + sorting.points("M12") == 1.5);
}

TEST_CASE("sorting: a group with a flood limit counts its members against the reference's") {
    test::SmallPack pack = test::scored_pack();
    pack.set("key/sorting.json:/groups/dropped", parse_json(R"({"flood_limit": true})", "groups").value());
    Sorting sorting(pack);
    sorting.put({"p1", "p2", "p3", "p4"}, "drop", "verdict"); // 8 for 4 references
    CHECK(sorting.points("M10") == 1.0);
    pack.set("key/sorting.json:/reference/items/p7/class/verdict", "keep")
        .set("key/sorting.json:/checks/M11/target", "p6");
    Sorting fewer(pack);
    fewer.put({"p1", "p2", "p3"}, "drop", "verdict"); // 6 for 3: the limit
    CHECK(fewer.points("M10") == 1.0);
    fewer.put({"p7"}, "drop", "verdict");
    CHECK(fewer.points("M10") == 0);
}

TEST_CASE("sorting: a reason is right for all items or not at all; no choice is no reason") {
    Sorting sorting;
    sorting.put({"p7"}, "wrong", "why");
    CHECK(sorting.points("M14") == 0);
    CHECK(sorting.says("M14", "evidence.class_wrong"));
    sorting.put({"p7"}, "", "why");
    CHECK(sorting.points("M14") == 0);
    CHECK(sorting.says("M14", "evidence.class_unset"));
}

TEST_CASE("sorting: counts are judged as the cells of a form") {
    Sorting sorting;
    sorting.answer.items.at("sheet").attributes["cats"] = std::string("4张");
    CHECK(sorting.points("M9") == 0);
    CHECK(sorting.says("M9", "evidence.number.no_number"));
}

TEST_CASE("sorting: junk stays below two fifths") {
    for (const char* verdict : {"keep", "drop"}) {
        Sorting sorting;
        sorting.put(all_files, "猫");
        sorting.put(all_pictures, verdict, "verdict");
        sorting.put(all_pictures, "blur", "why");
        sorting.answer.items.at("sheet").attributes["cats"] = std::string("10");
        CHECK(number_from_points(*sorting.score().awarded) < 4.0);
    }
}

TEST_CASE("sorting: what a key gets wrong is told at its place") {
    CHECK(problem_of("M1", R"({"check": "folder", "class": "folder", "value": "鱼"})") ==
          "error.reference_group M1/value");
    CHECK(problem_of("M1", R"({"check": "folder", "class": "shelf", "value": "猫"})") ==
          "error.reference_group M1/value");
    CHECK(problem_of("M1", R"({"check": "folder", "target": "f1", "class": "folder", "value": "猫"})") ==
          "error.check_no_target M1/target");
    CHECK(problem_of("M2", R"({"check": "complete", "class": "folder", "value": "猫", "share": 1.5})") ==
          "error.json_range M2/share");
    CHECK(problem_of("M2", R"({"check": "complete", "class": "folder", "value": "猫", "count": 5})") ==
          "error.group_too_small M2/count");
    CHECK(problem_of("M2", R"({"check": "complete", "class": "folder", "value": "猫",
                               "bands": [{"limit": 0.5, "points": 1.0}, {"limit": 0.75, "points": 0.5}]})") ==
          "error.bands_not_looser M2/bands/1/limit");
    CHECK(problem_of("M2", R"({"check": "exact", "class": "folder", "value": "猫",
                               "bands": [{"limit": 0.5, "points": 1.0}]})") == "error.check_no_bands M2/bands");
    CHECK(problem_of("M13", R"({"check": "one_of", "targets": ["p1", "p2"], "class": "verdict", "value": "keep"})") ==
          "error.reference_one_of M13/value");
    CHECK(problem_of("M13", R"({"check": "one_of", "targets": ["p4", "f1"], "class": "verdict", "value": "keep"})") ==
          "error.target_not_sorted M13/targets/1");
    CHECK(problem_of("M14", R"({"check": "reason", "targets": ["p6", "p1"], "class": "why"})") ==
          "error.check_reference_class M14/targets");
    CHECK(problem_of("M14", R"({"check": "reason", "targets": ["p6"], "class": "mood"})") ==
          "error.class_unknown M14/class");
    CHECK(problem_of("M10", R"({"check": "member", "target": "p6", "class": "folder", "group": "dropped"})") ==
          "error.check_reference_class M10/class");
}

TEST_CASE("sorting: a class that takes several options is refused when the pack is loaded") {
    test::SmallPack pack = test::scored_pack();
    pack.set("questions/sorting.json:/labels/classes/1/several", true);
    const Problems problems = pack.problems();
    REQUIRE(problems.errors.size() >= 1);
    const auto refused = std::ranges::find(problems.errors, "error.sorting_several", &Error::code);
    REQUIRE((refused != problems.errors.end()));
    CHECK(refused->where == "questions/sorting.json:/labels/classes/1/several");
}

} // namespace
} // namespace biaokao
