#include "tasks/types/image_objects/grouping.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

Object in_group(const std::string& group, const std::string& item = "p1") {
    return {.item = item, .shape = Box{0, 0, 10, 10}, .group = group};
}

std::vector<std::string> groups_of(const std::vector<Object>& objects) {
    std::vector<std::string> groups;
    for (const Object& object : objects) groups.push_back(object.group);
    return groups;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("groups: one of its members names the whole group, in its own picture alone") {
    const Objects objects{{"o1", in_group("g1")},
                          {"o2", in_group("g1")},
                          {"o3", in_group("")},
                          {"o4", in_group("g1", "p2")},
                          {"o5", in_group("g2")}};
    CHECK(members_of_groups(objects, {"o1"}) == ObjectIds{"o1", "o2"});
    CHECK(members_of_groups(objects, {"o2", "o5", "gone"}) == ObjectIds{"o1", "o2", "o5"});
    CHECK(members_of_groups(objects, {"o3"}).empty()); // no name is no group
    CHECK(members_of_groups(objects, {"o4"}) == ObjectIds{"o4"});
}

TEST_CASE("groups: a new name is one that the picture does not have") {
    const Objects objects{{"o1", in_group("g2")},
                          {"o2", in_group("g10")},
                          {"o3", in_group("g99", "p2")},
                          {"o4", in_group("gate")},
                          {"o5", in_group("g7x")}};
    GroupNames names(objects, "p1");
    CHECK(names.next() == "g11");
    CHECK(names.next() == "g12");
    CHECK(GroupNames({}, "p1").next() == "g1");
}

TEST_CASE("groups: copies of what was together are together in a new group, one without its fellows is alone") {
    std::vector<Object> copies{in_group("g1"), in_group("g2"), in_group("g1"),
                               in_group(""),   in_group("g3"), in_group("g3")};
    regroup_copies(copies, GroupNames({{"o1", in_group("g3")}}, "p1"));
    CHECK(groups_of(copies) == Strings{"g4", "", "g4", "", "g5", "g5"});
    // Two pictures may use the same name: they are two groups.
    std::vector<Object> mixed{in_group("g1"), in_group("g1", "p2")};
    regroup_copies(mixed, GroupNames({}, "p3"));
    CHECK(groups_of(mixed) == Strings{"", ""});
}
