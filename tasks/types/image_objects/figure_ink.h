// Writes the SVG of a figure: shapes with a dark casing, so that they are seen on any picture, and labels that keep out
// of each other's way. Lines and letters grow with the picture: a figure is shown as wide as the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/task_type.h"
#include "tasks/types/image_objects/skeleton.h"

namespace biaokao::image_objects {

struct VerdictInk {
    std::string_view color; // "#rrggbb"
    std::string_view sign;
    std::string_view name; // for data-verdict: "matched", "wrong_label", …
};
[[nodiscard]] VerdictInk ink_of(Verdict verdict);

class FigureInk {
public:
    FigureInk(int width, int height, std::string_view title);
    void picture(std::string_view address);
    void open_group(const ObjectVerdict& verdict);
    void close_group();
    // Any shape of a picture; others leave no trace.
    void shape(const Shape& shape, std::string_view color, bool dashed);
    // Bones are drawn under their key points.
    void bones(const std::vector<Bone>& bones, std::string_view color, bool dashed);
    // A filled tag with `words` at the box: above it, else wherever it covers no other tag.
    void label(const Box& box, std::string_view words, std::string_view color);
    [[nodiscard]] std::string finish();

private:
    // An SVG element that is not closed yet, once as casing and once in colour.
    void stroke(std::string_view element, std::string_view color, bool dashed);
    void box(const Box& box, std::string_view color, bool dashed);
    void ellipse(const Ellipse& ellipse, std::string_view color, bool dashed);
    void line(const std::vector<Vec2>& points, bool closed, std::string_view color, bool dashed);
    void keypoints(const Keypoints& keypoints, std::string_view color, bool dashed);
    void mask(const MaskRuns& mask, std::string_view color, bool dashed);
    [[nodiscard]] Box place_for_label(const Box& box, double width, double height) const;

    double width_, height_, unit_;
    std::string svg_, labels_; // labels come last: no box is drawn over them
    std::vector<Box> placed_;
};

} // namespace biaokao::image_objects
