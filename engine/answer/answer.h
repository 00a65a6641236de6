// What a candidate made of one question: typed in memory, JSON only at the border of files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/result.h"
#include "engine/geometry/vec.h"

namespace biaokao {

struct Span { // code points of the document as given, end exclusive
    std::int64_t start = 0, end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

struct Segment { // seconds from the first sample of the decoded recording
    double start_s = 0, end_s = 0;
    friend bool operator==(const Segment&, const Segment&) = default;
};

using Shape = std::variant<Box, Span, Segment>;
using AttributeValue = std::variant<std::string, double, bool>;

struct Object {
    std::string item;  // the picture, document or recording it stands in
    std::string label; // may be empty: drawn, not yet labelled
    std::map<std::string, AttributeValue> attributes;
    Shape shape;
    std::string text; // transcript of a segment
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

struct ItemAnswer {
    std::map<std::string, std::string> classes; // class id → option id
    bool saved = false;                         // set by Ctrl+S, cleared by the next edit of the item
    friend bool operator==(const ItemAnswer&, const ItemAnswer&) = default;
};

struct Answer {
    Objects objects;
    std::map<std::string, ItemAnswer> items; // none of them empty
    std::string file_name;
    friend bool operator==(const Answer&, const Answer&) = default;
    [[nodiscard]] bool empty() const { return objects.empty() && items.empty() && file_name.empty(); }
};

// Both keep every digit. Reading adds every problem (unknown key, wrong type, NaN, no or two shapes, more than
// `max_objects`) and goes on. `pointer` is the place of the answer inside `file`.
constexpr std::size_t max_objects_in_answer = 100'000;
[[nodiscard]] Answer answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                      Problems& problems);
[[nodiscard]] Json json_from_answer(const Answer& answer);
[[nodiscard]] Json json_from_object(const Object& object);

// "box", "span" or "segment": the key of the shape in files and its name in the label schema.
[[nodiscard]] std::string_view shape_name(const Shape& shape);

// Single values, as patches carry them. Empty for anything that is no shape of this name (wrong length or type, ends
// in the wrong order, numbers beyond ±10⁹) or no attribute value.
[[nodiscard]] std::optional<Shape> shape_from_json(std::string_view name, const Json& value);
[[nodiscard]] Json json_from_shape(const Shape& shape);
[[nodiscard]] std::optional<AttributeValue> attribute_from_json(const Json& value);
[[nodiscard]] Json json_from_attribute(const AttributeValue& value);
[[nodiscard]] Object object_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                      Problems& problems);
[[nodiscard]] ItemAnswer item_answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                               Problems& problems);
[[nodiscard]] Json json_from_item_answer(const ItemAnswer& item);

} // namespace biaokao
