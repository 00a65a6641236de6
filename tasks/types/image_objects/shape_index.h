// The shapes of the picture that is shown, kept from frame to frame: bounds, areas and crossings of thousands of
// outlines are worked out once for each change, not once for each frame, and only of the objects that changed.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tasks/types/image_objects/picking.h"

namespace biaokao::image_objects {

// What the person made of the pile of shapes; never answer data.
using Heights = std::map<std::string, int, IdOrder>;
struct Pile {
    const ObjectIds& hidden; // not drawn, not picked
    const ObjectIds& locked; // drawn, not picked
    const Heights& height;   // drawn above (> 0) or below (< 0) the others, in steps
};

// Ids of the objects that changed after a revision; nothing where any may have.
using ChangedSince = std::function<std::optional<std::vector<std::string>>(std::uint64_t revision)>;

class ShapeIndex {
public:
    // The shapes of this item that are not hidden, in the order of drawing. They point into the answer: valid until its
    // revision changes. Without `changed_since` every object is looked at anew.
    const std::vector<PlacedShape>& of(const Answer& answer, std::string_view item, std::uint64_t revision,
                                       const Pile& pile, const ChangedSince& changed_since = {});
    [[nodiscard]] const PlacedShape* find(std::string_view id) const; // in what `of` returned last

private:
    struct Known {
        std::vector<Vec2> points;
        bool crosses = false;
    };
    std::vector<PlacedShape> shapes_;                // by height, then by id
    std::map<std::string, Known, IdOrder> polygons_; // a crossing is told anew where the points changed
    const Answer* answer_ = nullptr;
    std::string item_;
    std::uint64_t revision_ = 0;
    ObjectIds hidden_, locked_; // what the shapes were last made for
    Heights height_;

    [[nodiscard]] std::optional<PlacedShape> made(const std::string& id, const Object& object);
    [[nodiscard]] bool crosses(const std::string& id, const Polygon& polygon);
    [[nodiscard]] int height_of(std::string_view id) const;
    // The first shape that is not drawn before `id`.
    [[nodiscard]] std::vector<PlacedShape>::const_iterator place_of(std::string_view id) const;
    void build();
    void update(const std::string& id);
};

} // namespace biaokao::image_objects
