#include "engine/answer/answer.h"

#include <array>
#include <cmath>

#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 3> shape_names{"box", "span", "segment"}; // as the alternatives of Shape
constexpr double coordinate_limit = 1e9;

// A number that happens to be whole is written without ".0": shorter, and the same when it is read back.
Json json_from_number(double number) {
    constexpr double exact_integers = 9007199254740992; // 2^53
    if (std::abs(number) < exact_integers && number == std::floor(number))
        return Json(static_cast<std::int64_t>(number));
    return Json(number);
}

template <std::size_t count>
std::optional<std::array<double, count>> numbers_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() != count) return std::nullopt;
    std::array<double, count> numbers{};
    for (std::size_t i = 0; i < count; ++i) {
        if (!(*items)[i].is_number()) return std::nullopt;
        numbers[i] = (*items)[i].number();
        if (!(std::abs(numbers[i]) <= coordinate_limit)) return std::nullopt; // NaN too
    }
    return numbers;
}

std::optional<Shape> span_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() != 2) return std::nullopt;
    const auto* start = (*items)[0].integer();
    const auto* end = (*items)[1].integer();
    if (!start || !end || *start < 0 || *end < *start || static_cast<double>(*end) > coordinate_limit)
        return std::nullopt;
    return Span{*start, *end};
}

void read_shape(JsonReader& reader, Object& object) {
    int found = 0;
    for (const std::string_view name : shape_names) {
        const Json* value = reader.raw(name);
        if (!value) continue;
        ++found;
        if (const auto shape = shape_from_json(name, *value)) object.shape = *shape;
        else reader.complain("error.answer_shape_value", name, {{"shape", std::string(name)}});
    }
    if (found != 1 && reader.value().object())
        reader.problems().add("error.answer_shape_count", reader.where(), {{"count", std::to_string(found)}});
}

} // namespace

std::string_view shape_name(const Shape& shape) { return shape_names[shape.index()]; }

std::optional<Shape> shape_from_json(std::string_view name, const Json& value) {
    if (name == "span") return span_from_json(value);
    if (name == "box") {
        const auto numbers = numbers_from_json<4>(value);
        if (!numbers || (*numbers)[2] < 0 || (*numbers)[3] < 0) return std::nullopt;
        return Box{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
    }
    if (name == "segment") {
        const auto numbers = numbers_from_json<2>(value);
        if (!numbers || (*numbers)[0] < 0 || (*numbers)[1] < (*numbers)[0]) return std::nullopt;
        return Segment{(*numbers)[0], (*numbers)[1]};
    }
    return std::nullopt;
}

Json json_from_shape(const Shape& shape) {
    struct Writer {
        Json operator()(const Box& box) const {
            return Json::Array{json_from_number(box.x), json_from_number(box.y), json_from_number(box.width),
                               json_from_number(box.height)};
        }
        Json operator()(const Span& span) const { return Json::Array{span.start, span.end}; }
        Json operator()(const Segment& segment) const {
            return Json::Array{json_from_number(segment.start_s), json_from_number(segment.end_s)};
        }
    };
    return std::visit(Writer{}, shape);
}

std::optional<AttributeValue> attribute_from_json(const Json& value) {
    if (const auto* text = value.string()) return *text;
    if (const auto* flag = value.boolean()) return *flag;
    if (value.is_number() && std::isfinite(value.number())) return value.number();
    return std::nullopt;
}

Json json_from_attribute(const AttributeValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return Json(*text);
    if (const auto* flag = std::get_if<bool>(&value)) return Json(*flag);
    return json_from_number(std::get<double>(value));
}

Object object_from_json(const Json& value, const std::string& file, const std::string& pointer, Problems& problems) {
    JsonReader reader(value, file, pointer, problems);
    Object object;
    object.item = reader.id("item");
    object.label = reader.optional_string("label").value_or("");
    object.text = reader.optional_string("text").value_or("");
    if (auto attributes = reader.child("attributes"); attributes && attributes->value().object()) {
        for (const auto& [id, member] : *attributes->value().object()) {
            if (!is_id(id)) attributes->complain("error.json_id", id, {{"value", id}});
            if (const auto attribute = attribute_from_json(member)) object.attributes.emplace(id, *attribute);
            else attributes->complain("error.json_type", id, {{"type", "@json.attribute"}});
        }
    }
    read_shape(reader, object);
    reader.finish();
    return object;
}

ItemAnswer item_answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                 Problems& problems) {
    JsonReader reader(value, file, pointer, problems);
    ItemAnswer item;
    item.saved = reader.boolean("saved", false);
    if (auto classes = reader.child("class"); classes && classes->value().object()) {
        for (const auto& [id, option] : *classes->value().object()) {
            if (!is_id(id)) classes->complain("error.json_id", id, {{"value", id}});
            item.classes.emplace(id, classes->string(id));
        }
    }
    reader.finish();
    return item;
}

Answer answer_from_json(const Json& value, const std::string& file, const std::string& pointer, Problems& problems) {
    JsonReader reader(value, file, pointer, problems);
    Answer answer;
    answer.file_name = reader.optional_string("file_name").value_or("");
    if (auto objects = reader.child("objects"); objects && objects->value().object()) {
        const Json::Object& members = *objects->value().object();
        if (members.size() > max_objects_in_answer) {
            reader.complain("error.answer_too_many", "objects", {{"limit", std::to_string(max_objects_in_answer)}});
        } else {
            const std::string parent = pointer_child(pointer, "objects");
            for (const auto& [id, member] : members) {
                if (!is_id(id)) objects->complain("error.json_id", id, {{"value", id}});
                answer.objects.emplace(id, object_from_json(member, file, pointer_child(parent, id), problems));
            }
        }
    }
    if (auto items = reader.child("items"); items && items->value().object()) {
        const std::string parent = pointer_child(pointer, "items");
        for (const auto& [id, member] : *items->value().object()) {
            if (!is_id(id)) items->complain("error.json_id", id, {{"value", id}});
            ItemAnswer item = item_answer_from_json(member, file, pointer_child(parent, id), problems);
            if (!(item == ItemAnswer{})) answer.items.emplace(id, std::move(item));
        }
    }
    reader.finish();
    return answer;
}

Json json_from_object(const Object& object) {
    Json::Object members{{"item", object.item}};
    if (!object.label.empty()) members.emplace_back("label", object.label);
    if (!object.attributes.empty()) {
        Json::Object attributes;
        for (const auto& [id, value] : object.attributes) attributes.emplace_back(id, json_from_attribute(value));
        members.emplace_back("attributes", std::move(attributes));
    }
    members.emplace_back(std::string(shape_name(object.shape)), json_from_shape(object.shape));
    if (!object.text.empty()) members.emplace_back("text", object.text);
    return members;
}

Json json_from_item_answer(const ItemAnswer& item) {
    Json::Object members;
    if (!item.classes.empty()) {
        Json::Object classes;
        for (const auto& [id, option] : item.classes) classes.emplace_back(id, option);
        members.emplace_back("class", std::move(classes));
    }
    if (item.saved) members.emplace_back("saved", true);
    return members;
}

Json json_from_answer(const Answer& answer) {
    Json::Object members;
    if (!answer.objects.empty()) {
        Json::Object objects;
        objects.reserve(answer.objects.size());
        for (const auto& [id, object] : answer.objects) objects.emplace_back(id, json_from_object(object));
        members.emplace_back("objects", std::move(objects));
    }
    if (!answer.items.empty()) {
        Json::Object items;
        for (const auto& [id, item] : answer.items) items.emplace_back(id, json_from_item_answer(item));
        members.emplace_back("items", std::move(items));
    }
    if (!answer.file_name.empty()) members.emplace_back("file_name", answer.file_name);
    return members;
}

} // namespace biaokao
