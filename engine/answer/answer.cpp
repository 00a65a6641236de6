#include "engine/answer/answer.h"

#include <cmath>
#include <set>

#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

void read_shape(JsonReader& reader, Object& object) {
    int found = 0;
    for (const std::string_view name : all_shape_names()) {
        const Json* value = reader.raw(name);
        if (!value) continue;
        ++found;
        if (const auto shape = shape_from_json(name, *value)) object.shape = *shape;
        else reader.complain("error.answer_shape_value", name, {{"shape", std::string(name)}});
    }
    if (found != 1 && reader.value().object())
        reader.problems().add("error.answer_shape_count", reader.where(), {{"count", std::to_string(found)}});
}

Attributes read_attributes(JsonReader& reader, std::string_view key) {
    Attributes attributes;
    auto child = reader.child(key);
    if (!child || !child->value().object()) return attributes;
    for (const auto& [id, member] : *child->value().object()) {
        if (!is_id(id)) child->complain("error.json_id", id, {{"value", id}});
        if (const auto attribute = attribute_from_json(member)) attributes.emplace(id, *attribute);
        else child->complain("error.json_type", id, {{"type", "@json.attribute"}});
    }
    return attributes;
}

void read_rows(JsonReader& reader, const std::string& pointer, ItemAnswer& item) {
    auto rows = reader.child("rows");
    if (!rows || !rows->value().object()) return;
    const Json::Object& members = *rows->value().object();
    if (members.size() > max_rows_in_answer)
        return reader.complain("error.answer_too_many", "rows", {{"limit", std::to_string(max_rows_in_answer)}});
    const std::string parent = pointer_child(pointer, "rows");
    for (const auto& [id, member] : members) {
        if (!is_id(id)) rows->complain("error.json_id", id, {{"value", id}});
        RowChange row = row_change_from_json(member, reader.file(), pointer_child(parent, id), reader.problems());
        if (!(row == RowChange{})) item.rows.emplace(id, std::move(row));
    }
}

void read_classes(JsonReader& reader, ItemAnswer& item) {
    auto classes = reader.child("class");
    if (!classes || !classes->value().object()) return;
    for (const auto& [id, option] : *classes->value().object()) {
        if (!is_id(id)) classes->complain("error.json_id", id, {{"value", id}});
        if (auto value = class_value_from_json(option)) item.classes.emplace(id, std::move(*value));
        else classes->complain("error.json_type", id, {{"type", "@json.class_value"}});
    }
}

const ClassValue* find_class_value(const Answer& answer, const std::string& item, const std::string& class_id) {
    const auto found = answer.items.find(item);
    if (found == answer.items.end()) return nullptr;
    const auto value = found->second.classes.find(class_id);
    return value == found->second.classes.end() ? nullptr : &value->second;
}

Json json_from_attributes(const Attributes& attributes) {
    Json::Object members;
    for (const auto& [id, value] : attributes) members.emplace_back(id, json_from_attribute(value));
    return members;
}

} // namespace

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
    if (reader.has("group")) object.group = reader.id("group");
    object.attributes = read_attributes(reader, "attributes");
    read_shape(reader, object);
    reader.finish();
    return object;
}

ItemAnswer item_answer_from_json(const Json& value, const std::string& file, const std::string& pointer,
                                 Problems& problems) {
    JsonReader reader(value, file, pointer, problems);
    ItemAnswer item;
    item.saved = reader.boolean("saved", false);
    item.checked = reader.boolean("checked", false);
    read_classes(reader, item);
    item.attributes = read_attributes(reader, "attributes");
    if (const Json* order = reader.raw("order")) {
        if (auto ids = order_from_json(*order)) item.order = std::move(*ids);
        else reader.complain("error.answer_order", "order");
    }
    read_rows(reader, pointer, item);
    reader.finish();
    return item;
}

RowChange row_change_from_json(const Json& value, const std::string& file, const std::string& pointer,
                               Problems& problems) {
    JsonReader reader(value, file, pointer, problems);
    RowChange row;
    row.removed = reader.boolean("removed", false);
    row.cells = read_attributes(reader, "cells");
    reader.finish();
    return row;
}

std::optional<std::vector<std::string>> order_from_json(const Json& value) {
    const auto* items = value.array();
    if (!items || items->size() > max_rows_in_answer) return std::nullopt;
    std::vector<std::string> order;
    std::set<std::string_view> seen;
    for (const Json& item : *items) {
        if (!item.string() || !is_id(*item.string()) || !seen.insert(*item.string()).second) return std::nullopt;
        order.push_back(*item.string());
    }
    return order;
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
    if (!object.attributes.empty()) members.emplace_back("attributes", json_from_attributes(object.attributes));
    members.emplace_back(std::string(shape_name(object.shape)), json_from_shape(object.shape));
    if (!object.text.empty()) members.emplace_back("text", object.text);
    if (!object.group.empty()) members.emplace_back("group", object.group);
    return members;
}

Json json_from_item_answer(const ItemAnswer& item) {
    Json::Object members;
    if (!item.classes.empty()) {
        Json::Object classes;
        for (const auto& [id, value] : item.classes) classes.emplace_back(id, json_from_class_value(value));
        members.emplace_back("class", std::move(classes));
    }
    if (!item.attributes.empty()) members.emplace_back("attributes", json_from_attributes(item.attributes));
    if (!item.order.empty()) members.emplace_back("order", json_from_order(item.order));
    if (!item.rows.empty()) {
        Json::Object rows;
        for (const auto& [id, row] : item.rows) rows.emplace_back(id, json_from_row_change(row));
        members.emplace_back("rows", std::move(rows));
    }
    if (item.saved) members.emplace_back("saved", true);
    if (item.checked) members.emplace_back("checked", true);
    return members;
}

Json json_from_row_change(const RowChange& row) {
    Json::Object members;
    if (row.removed) members.emplace_back("removed", true);
    if (!row.cells.empty()) members.emplace_back("cells", json_from_attributes(row.cells));
    return members;
}

std::optional<ClassValue> class_value_from_json(const Json& value) {
    if (const auto* option = value.string()) return *option;
    const auto* items = value.array();
    if (!items || items->empty() || items->size() > max_rows_in_answer) return std::nullopt;
    std::set<std::string> options;
    for (const Json& item : *items) {
        if (!item.string() || !is_id(*item.string()) || !options.insert(*item.string()).second) return std::nullopt;
    }
    return options;
}

Json json_from_class_value(const ClassValue& value) {
    if (const auto* option = std::get_if<std::string>(&value)) return *option;
    const auto& options = std::get<std::set<std::string>>(value);
    return Json::Array(options.begin(), options.end());
}

const std::string& chosen_option(const Answer& answer, const std::string& item, const std::string& class_id) {
    static const std::string nothing;
    const ClassValue* value = find_class_value(answer, item, class_id);
    const auto* option = value ? std::get_if<std::string>(value) : nullptr;
    return option ? *option : nothing;
}

std::set<std::string> chosen_options(const Answer& answer, const std::string& item, const std::string& class_id) {
    const ClassValue* value = find_class_value(answer, item, class_id);
    if (!value) return {};
    if (const auto* options = std::get_if<std::set<std::string>>(value)) return *options;
    const std::string& option = std::get<std::string>(*value);
    return option.empty() ? std::set<std::string>{} : std::set{option};
}

Json json_from_order(const std::vector<std::string>& order) { return Json::Array(order.begin(), order.end()); }

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
