#include "engine/pack/read_labels.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "engine/answer/answer.h"
#include "engine/pack/read_rules.h"

namespace biaokao {

namespace {

using Kind = AttributeSpec::Kind;

bool is_color(std::string_view text) {
    const auto is_digit = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    };
    return text.size() == 7 && text.front() == '#' && std::all_of(text.begin() + 1, text.end(), is_digit);
}

// Names in `key` must be ids of the schema, each once. `exists` looks one up.
template <class Exists>
std::vector<std::string> read_names(JsonReader& reader, std::string_view key, std::string_view code, Exists exists) {
    auto names = reader.strings(key);
    UniqueIds ids;
    for (std::size_t i = 0; i < names.size(); ++i) {
        ids.note(names[i], reader, key);
        if (!exists(names[i])) reader.complain(std::string(code), key, {{"id", names[i]}});
    }
    return names;
}

std::vector<Option> read_options(JsonReader& reader, std::string_view key, std::size_t fewest) {
    std::vector<Option> options;
    UniqueIds ids;
    for (JsonReader& element : reader.elements(key, true)) {
        Option option;
        option.id = read_unique_id(element, ids);
        option.title = read_title(element, "title");
        element.finish();
        options.push_back(std::move(option));
    }
    if (reader.raw(key) && options.size() < fewest)
        reader.complain("error.options_too_few", key, {{"count", std::to_string(fewest)}});
    return options;
}

AttributeSpec read_attribute(JsonReader& reader, UniqueIds& ids) {
    static constexpr std::array<std::string_view, 5> kinds{"select", "radio", "checkbox", "number", "text"};
    AttributeSpec attribute;
    attribute.id = read_unique_id(reader, ids);
    attribute.title = read_title(reader, "title");
    const auto kind = std::find(kinds.begin(), kinds.end(), reader.choice("kind", kinds));
    attribute.required = reader.boolean("required", false);
    if (kind == kinds.end()) return attribute; // what else it may have depends on its kind
    attribute.kind = static_cast<Kind>(kind - kinds.begin());
    // A member of another kind is an unknown key: finish() names it.
    if (attribute.kind == Kind::select || attribute.kind == Kind::radio)
        attribute.options = read_options(reader, "options", 2);
    if (attribute.kind == Kind::number) {
        const auto before = reader.problems().errors.size();
        attribute.min = reader.number("min", -1e9, 1e9);
        attribute.max = reader.number("max", -1e9, 1e9);
        if (reader.problems().errors.size() == before && !(attribute.min < attribute.max))
            reader.complain("error.min_max", "max");
    }
    reader.finish();
    return attribute;
}

std::vector<TierSpec> read_tiers(JsonReader& reader) {
    std::vector<TierSpec> tiers;
    UniqueIds ids;
    for (JsonReader& element : reader.elements("tiers", true)) {
        TierSpec tier;
        tier.id = read_unique_id(element, ids);
        tier.title = read_title(element, "title");
        tier.contiguous = element.boolean("contiguous", false);
        element.finish();
        tiers.push_back(std::move(tier));
    }
    if (tiers.empty()) reader.complain("error.options_too_few", "tiers", {{"count", "1"}});
    return tiers;
}

// [["nose", "left_eye"], …]: two different points each, no edge twice.
std::vector<std::pair<std::size_t, std::size_t>> read_skeleton(JsonReader& reader, const std::vector<Option>& points) {
    std::vector<std::pair<std::size_t, std::size_t>> edges;
    const Json* list = reader.raw("skeleton");
    if (!list) return edges;
    if (!list->array()) {
        reader.complain("error.json_type", "skeleton", {{"type", "@json.array"}});
        return edges;
    }
    const auto place_of_point = [&](const Json& id) -> std::optional<std::size_t> {
        const auto found = id.string() ? std::ranges::find(points, *id.string(), &Option::id) : points.end();
        return found == points.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - points.begin()));
    };
    std::set<std::pair<std::size_t, std::size_t>> seen;
    for (std::size_t i = 0; i < list->array()->size(); ++i) {
        const auto* ends = (*list->array())[i].array();
        const bool is_pair = ends && ends->size() == 2;
        const auto from = is_pair ? place_of_point((*ends)[0]) : std::nullopt;
        const auto to = is_pair ? place_of_point((*ends)[1]) : std::nullopt;
        if (from && to && *from != *to && seen.insert(std::minmax(*from, *to)).second) edges.emplace_back(*from, *to);
        else reader.problems().add("error.skeleton_edge", reader.where() + "/skeleton/" + std::to_string(i));
    }
    return edges;
}

LabelSpec read_label(JsonReader& reader, const LabelSchema& schema, UniqueIds& ids) {
    LabelSpec label;
    label.id = read_unique_id(reader, ids);
    label.title = read_title(reader, "title");
    const auto before = reader.problems().errors.size();
    label.color = reader.string("color");
    if (reader.problems().errors.size() == before && !is_color(label.color))
        reader.complain("error.color_form", "color");
    label.shape = reader.choice("shape", all_shape_names());
    label.attributes = read_names(reader, "attributes", "error.attribute_unknown",
                                  [&](const std::string& id) { return schema.find_attribute(id) != nullptr; });
    label.transcript = reader.boolean("transcript", false);
    if (label.transcript && label.shape != "segment") reader.complain("error.transcript_shape", "transcript");
    if (reader.has("tier")) {
        label.tier = reader.string("tier");
        const bool known =
            std::ranges::any_of(schema.tiers, [&](const TierSpec& tier) { return tier.id == label.tier; });
        if (label.shape != "segment") reader.complain("error.tier_shape", "tier");
        else if (!label.tier.empty() && !known) reader.complain("error.tier_unknown", "tier", {{"id", label.tier}});
    }
    if (label.shape == "keypoints") {
        label.points = read_options(reader, "points", 1);
        label.skeleton = read_skeleton(reader, label.points);
    }
    reader.finish();
    return label;
}

GroupSpec read_group(JsonReader& reader, const LabelSchema& schema, UniqueIds& ids) {
    GroupSpec group;
    group.id = read_unique_id(reader, ids);
    group.title = read_title(reader, "title");
    group.objects = read_names(reader, "objects", "error.label_unknown",
                               [&](const std::string& id) { return schema.find_label(id) != nullptr; });
    group.classes = read_names(reader, "classes", "error.class_unknown",
                               [&](const std::string& id) { return schema.find_class(id) != nullptr; });
    group.fields = read_names(reader, "fields", "error.attribute_unknown",
                              [&](const std::string& id) { return schema.find_attribute(id) != nullptr; });
    if (group.objects.empty() && group.classes.empty() && group.fields.empty())
        reader.problems().add("error.group_offers_nothing", reader.where());
    reader.finish();
    return group;
}

} // namespace

LabelSchema read_labels(JsonReader& question) {
    LabelSchema schema;
    auto reader = question.child("labels", true);
    if (!reader || !reader->value().object()) return schema;
    UniqueIds attribute_ids;
    UniqueIds label_ids;
    UniqueIds class_ids;
    UniqueIds group_ids;
    // Attributes and tiers first: labels name them; groups last: they name labels and classes.
    for (JsonReader& element : reader->elements("attributes"))
        schema.attributes.push_back(read_attribute(element, attribute_ids));
    if (reader->has("tiers")) schema.tiers = read_tiers(*reader);
    for (JsonReader& element : reader->elements("objects"))
        schema.objects.push_back(read_label(element, schema, label_ids));
    for (JsonReader& element : reader->elements("classes")) {
        ClassSpec spec;
        spec.id = read_unique_id(element, class_ids);
        spec.title = read_title(element, "title");
        spec.free = element.boolean("free", false);
        if (!spec.free) {
            spec.several = element.boolean("several", false);
            spec.options = read_options(element, "options", 2);
        }
        element.finish();
        schema.classes.push_back(std::move(spec));
    }
    const auto is_attribute = [&](const std::string& id) { return schema.find_attribute(id) != nullptr; };
    schema.fields = read_names(*reader, "fields", "error.attribute_unknown", is_attribute);
    schema.columns = read_names(*reader, "columns", "error.attribute_unknown", is_attribute);
    if (reader->has("steps")) schema.steps = read_options(*reader, "steps", 2);
    for (JsonReader& element : reader->elements("groups"))
        schema.groups.push_back(read_group(element, schema, group_ids));
    if (schema.empty()) question.complain("error.labels_empty", "labels");
    reader->finish();
    return schema;
}

} // namespace biaokao
