#include <doctest/doctest.h>

#include "engine/pack/read_labels.h"

using namespace biaokao;

namespace {

using Places = std::vector<std::string>; // "<code> <place>"

LabelSchema read(std::string_view labels, Places& complaints) {
    const Json question = parse_json(R"({"labels":)" + std::string(labels) + "}", "q").value();
    Problems problems;
    JsonReader reader(question, "q", "", problems);
    LabelSchema schema = read_labels(reader);
    for (const Error& error : problems.errors) complaints.push_back(error.code + " " + error.where);
    return schema;
}

std::string person(std::string_view skeleton) {
    return R"({"objects":[{"id":"person","title":{"zh":"人","en":"Person"},"color":"#112233","shape":"keypoints",)"
           R"("points":[{"id":"head","title":{"zh":"头","en":"Head"}},{"id":"hand","title":{"zh":"手","en":"Hand"}},)"
           R"({"id":"foot","title":{"zh":"脚","en":"Foot"}}],"skeleton":)" +
           std::string(skeleton) + "}]}";
}

} // namespace

TEST_CASE("labels: the edges of a skeleton are places in the list of key points") {
    Places complaints;
    const LabelSchema schema = read(person(R"([["head","hand"],["foot","head"]])"), complaints);
    REQUIRE(complaints.empty());
    using Edge = std::pair<std::size_t, std::size_t>;
    CHECK(schema.objects.at(0).skeleton == std::vector<Edge>{{0, 1}, {2, 0}});
}

TEST_CASE("labels: an edge that names no two key points, or stands twice, is refused at its place") {
    for (const auto* skeleton :
         {R"([["head","hand"],["head","tail"]])", R"([["head","hand"],["hand","head"]])",
          R"([["head","hand"],["head","head"]])", R"([["head","hand"],["head"]])", R"([["head","hand"],"head"])"}) {
        CAPTURE(skeleton);
        Places complaints;
        (void)read(person(skeleton), complaints);
        CHECK(complaints == Places{"error.skeleton_edge q:/labels/objects/0/skeleton/1"});
    }
    Places complaints;
    (void)read(person(R"("head-hand")"), complaints);
    CHECK(complaints == Places{"error.json_type q:/labels/objects/0/skeleton"});
}

TEST_CASE("labels: a tier may be contiguous, a class may take several options unless its options are free") {
    Places complaints;
    const LabelSchema schema =
        read(R"({"tiers":[{"id":"words","title":{"zh":"词","en":"Words"},"contiguous":true},)"
             R"({"id":"noises","title":{"zh":"噪声","en":"Noises"}}],"classes":[{"id":"topics","several":true,)"
             R"("title":{"zh":"话题","en":"Topics"},"options":[{"id":"food","title":{"zh":"食物","en":"Food"}},)"
             R"({"id":"price","title":{"zh":"价格","en":"Price"}}]}]})",
             complaints);
    REQUIRE(complaints.empty());
    CHECK(schema.tiers.at(0).contiguous);
    CHECK_FALSE(schema.tiers.at(1).contiguous);
    REQUIRE(schema.classes.at(0).several);
    CHECK(titles_of_options(schema.classes.at(0), {"price", "food"}, "zh") == "食物、价格");
    CHECK(titles_of_options(schema.classes.at(0), {"price", "colour"}, "en") == "Price, colour");
    (void)read(R"({"classes":[{"id":"folders","title":{"zh":"夹","en":"Folders"},"free":true,"several":true}]})",
               complaints);
    CHECK(complaints == Places{"error.json_unknown_key q:/labels/classes/0/several"});
}
