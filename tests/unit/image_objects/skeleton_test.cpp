#include "tasks/types/image_objects/skeleton.h"

#include <doctest/doctest.h>

using namespace biaokao;
using namespace biaokao::image_objects;

TEST_CASE("skeleton: a bone between points that are there, faint at a hidden one, none at one that is not") {
    LabelSpec label;
    label.skeleton = {{0, 1}, {0, 2}, {2, 3}, {1, 4}};
    const Keypoints pose{{{{10, 10}, Visibility::visible},
                          {{20, 10}, Visibility::visible},
                          {{30, 30}, Visibility::hidden},
                          {{0, 0}, Visibility::unlabelled}}};
    const auto bones = bones_of(pose, &label);
    REQUIRE(bones.size() == 2); // the fifth point is not set yet
    CHECK(bones[0].from == Vec2{10, 10});
    CHECK(bones[0].to == Vec2{20, 10});
    CHECK_FALSE(bones[0].faint);
    CHECK(bones[1].to == Vec2{30, 30});
    CHECK(bones[1].faint);
    CHECK(bones_of(pose, nullptr).empty());
    CHECK(bones_of({}, &label).empty());
}
