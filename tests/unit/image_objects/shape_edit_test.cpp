#include "tasks/types/image_objects/shape_edit.h"

#include <doctest/doctest.h>

#include "tasks/types/image_objects/tools.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

constexpr Vec2 picture{200, 100};

ItemSpec picture_item() { return {.id = "p1", .title = {}, .file = "media/p1.png", .text = {}, .group = {}}; }

Question question_with(const std::vector<std::pair<std::string, std::string>>& labels) {
    Question question;
    question.items = {picture_item()};
    for (const auto& [id, shape] : labels) {
        LabelSpec label;
        label.id = id;
        label.shape = shape;
        question.labels.objects.push_back(label);
    }
    return question;
}

} // namespace

TEST_CASE("shapes are stored in hundredths, points that are not there stay at their zero") {
    CHECK(rounded(Shape(Polyline{{{1.006, 2.004}, {3, 4}}})) == Shape(Polyline{{{1.01, 2}, {3, 4}}}));
    CHECK(rounded(Shape(RotatedBox{{1.006, 2}, 3.333, 4.444, 12.3456})) ==
          Shape(RotatedBox{{1.01, 2}, 3.33, 4.44, 12.35}));
    const Keypoints pose{{{{10, 10}, Visibility::visible}, {{0, 0}, Visibility::unlabelled}}};
    CHECK(translated(pose, {5, 5}) ==
          Shape(Keypoints{{{{15, 15}, Visibility::visible}, {{0, 0}, Visibility::unlabelled}}}));
}

TEST_CASE("a copy comes into the picture whole where it fits, and is cut where it does not") {
    CHECK(fitted(Shape(Polygon{{{190, 10}, {230, 10}, {210, 40}}}), picture) ==
          Shape(Polygon{{{160, 10}, {200, 10}, {180, 40}}}));
    CHECK(fitted(Shape(Polyline{{{-50, 10}, {250, 20}}}), picture) == Shape(Polyline{{{0, 10}, {200, 20}}}));
    CHECK(fitted(Shape(RotatedBox{{250, 50}, 30, 20, 190}), picture) == Shape(RotatedBox{{200, 50}, 30, 20, -170}));
}

TEST_CASE("each kind of shape has its own smallest size") {
    CHECK(extent_of(Box{0, 0, 2.9, 50}) == Extent::too_small);
    CHECK(extent_of(RotatedBox{{10, 10}, 9, 50, 30}) == Extent::small);
    CHECK(extent_of(Polygon{{{0, 0}, {4, 0}, {0, 4}}}) == Extent::too_small); // 8 px²
    CHECK(extent_of(Polygon{{{0, 0}, {6, 0}, {0, 3}}}) == Extent::good);
    CHECK(extent_of(Polygon{{{0, 0}, {40, 40}, {40, 0}, {0, 40}}}) == Extent::good); // its lobes cancel out
    CHECK(extent_of(Polyline{{{0, 0}, {1, 0}, {1, 1.5}}}) == Extent::too_small);
    CHECK(extent_of(Polyline{{{0, 0}, {3, 0}}}) == Extent::good);
}

TEST_CASE("a tool belongs to pictures with a label of its shape, and goes on with such a label") {
    const Question question = question_with({{"sign", "box"},
                                             {"lawn", "polygon"},
                                             {"pond", "polygon"},
                                             {"pose", "keypoints"},
                                             {"hand", "keypoints"},
                                             {"sky", "mask"}});
    const ItemSpec item = picture_item();
    CHECK(tool_fits(Tool::polygon, question, item));
    CHECK(tool_fits(Tool::eraser, question, item));
    CHECK_FALSE(tool_fits(Tool::polyline, question, item));
    CHECK(tool_fits(Tool::select, question, item));
    CHECK(label_for_tool(Tool::polygon, "pond", question, item) == "pond");
    CHECK(label_for_tool(Tool::polygon, "sign", question, item).empty()); // two of them: asked after drawing
    CHECK(label_for_tool(Tool::box, "pond", question, item) == "sign");
    CHECK(label_for_tool(Tool::keypoints, "pond", question, item) == "pose"); // names are needed while drawing
    CHECK(label_for_tool(Tool::select, "pond", question, item) == "pond");
    CHECK(tool_of_shape("mask") == Tool::brush);
    CHECK(tool_of_shape("span") == Tool::select);
}
