// One question as a candidate may see it: task sheet, material, label schema, public rubric.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/half_points.h"
#include "engine/base/json_reader.h"

namespace biaokao {

struct Option {
    std::string id;
    Text title;
};

struct AttributeSpec {
    enum class Kind { select, radio, checkbox, number, text };
    std::string id;
    Text title;
    Kind kind = Kind::select;
    std::vector<Option> options;
    bool required = false;
    double min = 0, max = 0; // number only
};

struct LabelSpec {
    std::string id;
    Text title;
    std::string color; // "#rrggbb"
    std::string shape; // "box", "polygon", "span", "segment" …: all_shape_names()
    std::vector<std::string> attributes;
    bool transcript = false;
    std::string tier;                                          // of segments; empty: the first one
    std::vector<Option> points;                                // of key points, in their order
    std::vector<std::pair<std::size_t, std::size_t>> skeleton; // edges between key points, by their places in `points`
};

struct ClassSpec {
    std::string id;
    Text title;
    std::vector<Option> options;
    bool free = false;    // the candidate names the options: groups, folders
    bool several = false; // as many of the options as apply
};

struct GroupSpec { // a document group offers only these
    std::string id;
    Text title;
    std::vector<std::string> objects, classes, fields;
};

// "Food, service" or “食物、服务”, in the order of the schema; an id that it does not have stands for itself.
[[nodiscard]] std::string titles_of_options(const ClassSpec& spec, const std::set<std::string>& options,
                                            std::string_view language);

struct TierSpec { // of a recording
    std::string id;
    Text title;
    // Its segments follow one another without gap or overlap: a boundary belongs to both its neighbours.
    bool contiguous = false;
};

struct LabelSchema {
    std::vector<LabelSpec> objects;
    std::vector<AttributeSpec> attributes;
    std::vector<ClassSpec> classes;
    std::vector<GroupSpec> groups;
    std::vector<std::string> fields;  // attributes of the item itself: a form
    std::vector<std::string> columns; // attributes of each row of a table
    std::vector<Option> steps;        // what is to be put in order
    std::vector<TierSpec> tiers;      // of recordings: segments stand in them, from the top; empty: one without a name

    [[nodiscard]] bool empty() const {
        return objects.empty() && classes.empty() && fields.empty() && columns.empty() && steps.empty();
    }
    [[nodiscard]] const LabelSpec* find_label(std::string_view id) const;
    [[nodiscard]] const AttributeSpec* find_attribute(std::string_view id) const;
    [[nodiscard]] const ClassSpec* find_class(std::string_view id) const;
    [[nodiscard]] const GroupSpec* find_group(std::string_view id) const;
};

struct ItemSpec { // one picture, document, recording, table or form
    std::string id;
    Text title;
    std::string file;  // "media/…", empty for an inline text and for a form
    std::string text;  // inline text of a document
    std::string group; // empty without groups
};

struct RubricItem {
    std::string id, skill;
    HalfPoints points;
    Text criterion;
};

struct TaskSheet {
    std::string code;
    Text title, site, task, skills, quality;
};

enum class Overlap { allow, warn, refuse }; // of spans, and of segments of one tier

struct OneShape { // each picture gets one shape of this label, and the next picture comes when it is drawn
    std::string label;
    std::size_t points = 0; // of a polygon or polyline, which is finished with the last of them; 0: as many as it takes
};

struct Tools {
    bool file_name = false;
    Overlap overlap = Overlap::allow;
    bool trim_punctuation = false;
    std::optional<OneShape> one_shape;
};

struct Question {
    std::string id, type, grader;
    int minutes = 0;
    HalfPoints points;
    TaskSheet sheet;
    std::vector<ItemSpec> items;
    std::vector<ItemSpec> sources; // material that is looked at and not labelled
    LabelSchema labels;
    Tools tools;
    std::vector<RubricItem> rubric;

    [[nodiscard]] const ItemSpec* find_item(std::string_view item) const;
    [[nodiscard]] std::size_t index_of_item(std::string_view item) const; // items.size() where there is none
    // What this item offers: its group's labels and classes, or all.
    [[nodiscard]] std::vector<const LabelSpec*> labels_of(const ItemSpec& item) const;
    [[nodiscard]] std::vector<const ClassSpec*> classes_of(const ItemSpec& item) const;
    [[nodiscard]] std::vector<const AttributeSpec*> fields_of(const ItemSpec& item) const;
};

// Reads questions/<id>.json; every problem is added with file and pointer.
[[nodiscard]] Question read_question(const Json& value, const std::string& file, Problems& problems);

} // namespace biaokao
