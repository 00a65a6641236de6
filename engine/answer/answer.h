// What a candidate made of one question: typed in memory, JSON only at the border of files.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/result.h"
#include "engine/geometry/mask_runs.h"
#include "engine/geometry/shapes.h"

namespace biaokao {

struct Span { // code points of the document as given, end exclusive
    std::int64_t start = 0, end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

struct Segment { // seconds from the first sample of the decoded recording
    double start_s = 0, end_s = 0;
    friend bool operator==(const Segment&, const Segment&) = default;
};

struct Relation { // from one object to another, by id
    std::string from, to;
    friend bool operator==(const Relation&, const Relation&) = default;
};

using Shape = std::variant<Box, Span, Segment, RotatedBox, Polygon, Polyline, Keypoints, Relation, MaskRuns, Ellipse>;
using AttributeValue = std::variant<std::string, double, bool>;
using Attributes = std::map<std::string, AttributeValue>; // by attribute id

struct Object {
    std::string item;  // the picture, document or recording it stands in
    std::string label; // may be empty: drawn, not yet labelled
    Attributes attributes;
    Shape shape;
    std::string text;  // transcript of a segment
    std::string group; // objects of one item with the same name here belong together; empty: alone
    friend bool operator==(const Object&, const Object&) = default;
};

// o2 comes before o10: shorter ids first, then by letters. This is also the order of drawing.
struct IdOrder {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};
using Objects = std::map<std::string, Object, IdOrder>;
using ObjectIds = std::set<std::string, IdOrder>;

struct RowChange { // what became of one row of a table; a row that was left alone has none
    bool removed = false;
    Attributes cells; // by column: the cells that were changed, or all cells of a new row
    friend bool operator==(const RowChange&, const RowChange&) = default;
};

// The id of an option or the name of a group that the candidate made; of a class that takes several options their ids,
// never none.
using ClassValue = std::variant<std::string, std::set<std::string>>;

struct ItemAnswer {
    std::map<std::string, ClassValue> classes; // by class id
    Attributes attributes;                     // fields of a form, properties of a picture or a recording
    std::vector<std::string> order;            // ids in the order that they were put in
    std::map<std::string, RowChange> rows;     // by row id
    bool saved = false;                        // set by Ctrl+S, cleared by the next edit of the item
    bool checked = false;                      // the candidate looked it over; cleared by the next edit of the item
    friend bool operator==(const ItemAnswer&, const ItemAnswer&) = default;
};

struct Answer {
    Objects objects;
    std::map<std::string, ItemAnswer> items; // none of them empty
    std::string file_name;
    friend bool operator==(const Answer&, const Answer&) = default;
    [[nodiscard]] bool empty() const { return objects.empty() && items.empty() && file_name.empty(); }
};

// The one option (or group) of an item; empty where none was chosen, and for a class that takes several.
[[nodiscard]] const std::string& chosen_option(const Answer& answer, const std::string& item,
                                               const std::string& class_id);
// All of them, of either kind of class.
[[nodiscard]] std::set<std::string> chosen_options(const Answer& answer, const std::string& item,
                                                   const std::string& class_id);

// Both keep every digit. Reading adds every problem (unknown key, wrong type, NaN, no or two shapes, more than
// `max_objects`) and goes on. `pointer` is the place of the answer inside `file`.
constexpr std::size_t max_objects_in_answer = 100'000;
constexpr std::size_t max_points_in_shape = 100'000;
constexpr std::size_t max_rows_in_answer = 100'000; // of one item, and ids in its order
[[nodiscard]] Answer answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                      Problems& problems);
[[nodiscard]] Json json_from_answer(const Answer& answer);
[[nodiscard]] Json json_from_object(const Object& object);

// "box", "rotated_box", "polygon" …: the key of the shape in files and its name in the label schema.
[[nodiscard]] std::string_view shape_name(const Shape& shape);
[[nodiscard]] std::span<const std::string_view> all_shape_names();

// Single values, as patches carry them. Empty for anything that is no shape of this name (wrong length or type, ends
// in the wrong order, too few or too many points, numbers beyond ±10⁹, runs that are not the mask's) or no attribute
// value.
[[nodiscard]] std::optional<Shape> shape_from_json(std::string_view name, const Json& value);
[[nodiscard]] Json json_from_shape(const Shape& shape);
[[nodiscard]] std::optional<Vec2> point_from_json(const Json& value);
[[nodiscard]] std::optional<Keypoint> keypoint_from_json(const Json& value);
[[nodiscard]] Json json_from_point(Vec2 point);
[[nodiscard]] Json json_from_point(const Keypoint& point);
[[nodiscard]] Json json_from_number(double number);
[[nodiscard]] std::optional<AttributeValue> attribute_from_json(const Json& value);
[[nodiscard]] Json json_from_attribute(const AttributeValue& value);
[[nodiscard]] Object object_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                      Problems& problems);
[[nodiscard]] ItemAnswer item_answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                               Problems& problems);
[[nodiscard]] Json json_from_item_answer(const ItemAnswer& item);
[[nodiscard]] RowChange row_change_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                             Problems& problems);
[[nodiscard]] Json json_from_row_change(const RowChange& row);
// Ids, each once, at most max_rows_in_answer of them; empty for anything else.
[[nodiscard]] std::optional<std::vector<std::string>> order_from_json(const Json& value);
// A text, or a list of ids, each once and at least one; empty for anything else.
[[nodiscard]] std::optional<ClassValue> class_value_from_json(const Json& value);
[[nodiscard]] Json json_from_class_value(const ClassValue& value);
[[nodiscard]] Json json_from_order(const std::vector<std::string>& order);

} // namespace biaokao
