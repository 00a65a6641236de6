#include <doctest/doctest.h>

#include "app/ui/labelling/object_filter.h"

using namespace biaokao;

namespace {

Question schema() {
    Question question;
    question.labels.objects = {{.id = "car", .title = {"汽车", "Motor car"}},
                               {.id = "tree", .title = {"树木", "Tree"}}};
    question.labels.attributes = {
        {.id = "lamp",
         .title = {"灯色", "Lamp colour"},
         .options = {{"red", {"红", "Red"}}, {"green", {"绿", "Green"}}}},
        {.id = "broken", .title = {"损坏", "Broken"}, .kind = AttributeSpec::Kind::checkbox},
        {.id = "distance", .title = {"距离", "Distance"}, .kind = AttributeSpec::Kind::number}};
    return question;
}

Objects objects() {
    return {
        {"o1", {.item = "a", .label = "car", .attributes = {{"lamp", "red"}, {"broken", true}}, .group = "g1"}},
        {"o2", {.item = "a", .label = "car", .attributes = {{"lamp", "green"}, {"distance", 12.5}}, .group = "g10"}},
        {"o3", {.item = "a", .label = "tree", .text = "at the gate", .group = "g1"}},
        {"o14", {.item = "a"}}};
}

std::string found(const std::string& typed) {
    const Question question = schema();
    ObjectFilter filter(typed, question);
    std::string ids;
    for (const auto& [id, object] : objects())
        if (filter.matches(id, object)) ids += (ids.empty() ? "" : " ") + id;
    return ids;
}

} // namespace

TEST_CASE("filter: nothing typed, or nothing but signs, leaves everything") {
    for (const char* typed : {"", "   ", "\"\"", "?!"}) {
        CAPTURE(typed);
        CHECK(found(typed) == "o1 o2 o3 o14");
    }
}

TEST_CASE("filter: labels by id and by name in both languages, a part is enough, and no label can be asked for") {
    CHECK(found("label::car") == "o1 o2");
    CHECK(found("LABEL::Motor") == "o1 o2");
    CHECK(found("标签::树") == "o3");
    CHECK(found("label::") == "o14");
    CHECK(found("label::bus").empty());
}

TEST_CASE("filter: a group by its whole name, and what is in none") {
    CHECK(found("group::g1") == "o1 o3");
    CHECK(found("组::G1 label::car") == "o1");
    CHECK(found("group::g").empty());
    CHECK(found("group::") == "o14");
}

TEST_CASE("filter: attributes by id and name, values by id and name, and where one is missing") {
    CHECK(found("lamp::red") == "o1");
    CHECK(found("灯色::绿") == "o2");
    CHECK(found("\"lamp colour::Green\"") == "o2");
    CHECK(found("broken::yes") == "o1");
    CHECK(found("distance::12.5") == "o2");
    CHECK(found("lamp::") == "o3 o14");
    CHECK(found("colour::red").empty()); // no such attribute
}

TEST_CASE("filter: words alone look at id, label, text and values; all terms must hold") {
    CHECK(found("o1") == "o1 o14");
    CHECK(found("gate") == "o3");
    CHECK(found("\"at the gate\"") == "o3");
    CHECK(found("红") == "o1");
    CHECK(found("label::car lamp::green") == "o2");
    CHECK(found("label::car gate").empty());
    CHECK(found("ＣＡＲ") == "o1 o2"); // full width
}

TEST_CASE("filter: strange input is only a search without a result") {
    CHECK(found("::").empty() == false); // signs only
    CHECK(found("\"unfinished").empty());
    CHECK(found(std::string(5000, 'x')).empty());
    std::string many;
    for (int i = 0; i < 5000; ++i) many += "car ";
    CHECK(found(many) == "o1 o2");
}
