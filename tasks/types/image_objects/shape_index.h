// The shapes of the picture that is shown, kept from frame to frame: bounds, areas and crossings of thousands of
// outlines are worked out once for each change, not once for each frame.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tasks/types/image_objects/picking.h"

namespace biaokao::image_objects {

// What the person made of the pile of shapes; never answer data.
using Ids = std::set<std::string, IdOrder>;
using Heights = std::map<std::string, int, IdOrder>;
struct Pile {
    const Ids& hidden;     // not drawn, not picked
    const Ids& locked;     // drawn, not picked
    const Heights& height; // drawn above (> 0) or below (< 0) the others, in steps
};

class ShapeIndex {
public:
    // The shapes of this item that are not hidden, in the order of drawing. They point into the answer: valid until its
    // revision changes.
    const std::vector<PlacedShape>& of(const Answer& answer, std::string_view item, std::uint64_t revision,
                                       const Pile& pile);
    [[nodiscard]] const PlacedShape* find(std::string_view id) const; // in what `of` returned last

private:
    struct Known {
        std::vector<Vec2> points;
        bool crosses = false;
    };
    std::vector<PlacedShape> shapes_;
    std::map<std::string, std::size_t, IdOrder> places_; // in shapes_
    std::map<std::string, Known, IdOrder> polygons_;     // a crossing is told anew where the points changed
    const Answer* answer_ = nullptr;
    std::string item_;
    std::uint64_t revision_ = 0;
    Ids hidden_, locked_; // what the shapes were last made for
    Heights height_;

    void build(const Answer& answer);
    [[nodiscard]] bool crosses(const std::string& id, const Polygon& polygon);
};

} // namespace biaokao::image_objects
