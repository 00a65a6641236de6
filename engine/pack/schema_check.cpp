#include "engine/pack/schema_check.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "engine/answer/answer.h"

namespace biaokao {

namespace {

bool has_option(const std::vector<Option>& options, std::string_view id) {
    return std::ranges::any_of(options, [id](const Option& option) { return option.id == id; });
}

bool value_fits(const AttributeSpec& spec, const AttributeValue& value) {
    switch (spec.kind) {
    case AttributeSpec::Kind::select:
    case AttributeSpec::Kind::radio: {
        const auto* option = std::get_if<std::string>(&value);
        return option != nullptr && has_option(spec.options, *option);
    }
    case AttributeSpec::Kind::checkbox: return std::holds_alternative<bool>(value);
    case AttributeSpec::Kind::number: {
        const auto* number = std::get_if<double>(&value);
        return number != nullptr && std::isfinite(*number) && *number >= spec.min && *number <= spec.max;
    }
    case AttributeSpec::Kind::text: return std::holds_alternative<std::string>(value);
    }
    return false;
}

bool class_value_fits(const ClassSpec& spec, const ClassValue& value) {
    const auto known = [&](const std::string& option) { return has_option(spec.options, option); };
    if (const auto* options = std::get_if<std::set<std::string>>(&value))
        return spec.several && std::ranges::all_of(*options, known);
    const auto& option = std::get<std::string>(value);
    return !spec.several && (spec.free ? !option.empty() : known(option));
}

std::string words_of(const ClassValue& value) {
    if (const auto* option = std::get_if<std::string>(&value)) return *option;
    std::string words;
    for (const std::string& option : std::get<std::set<std::string>>(value))
        words += (words.empty() ? "" : ", ") + option;
    return words;
}

// Values of attributes that `offered` names, at where/<id>.
void check_values(const Question& question, const Attributes& values, std::span<const std::string> offered,
                  const std::string& where, Problems& problems) {
    for (const auto& [id, value] : values) {
        const std::string place = where + pointer_child("", id);
        const AttributeSpec* spec = question.labels.find_attribute(id);
        if (spec == nullptr || std::ranges::count(offered, id) == 0)
            problems.add("error.answer_field", place, {{"field", id}});
        else if (!value_fits(*spec, value)) problems.add("error.answer_attribute_value", place, {{"attribute", id}});
    }
}

void check_attributes(const Question& question, const LabelSpec* label, const Object& object, const std::string& where,
                      Problems& problems) {
    for (const auto& [id, value] : object.attributes) {
        const std::string place = place_of(where, "attributes", id);
        const AttributeSpec* spec = question.labels.find_attribute(id);
        const bool offered = label != nullptr && std::ranges::count(label->attributes, id) > 0;
        if (spec == nullptr || !offered)
            problems.add("error.answer_attribute", place, {{"attribute", id}, {"label", object.label}});
        else if (!value_fits(*spec, value)) problems.add("error.answer_attribute_value", place, {{"attribute", id}});
    }
}

void check_object(const Question& question, const Object& object, const std::string& where, Problems& problems) {
    const ItemSpec* item = question.find_item(object.item);
    if (item == nullptr) {
        problems.add("error.answer_item", where + "/item", {{"item", object.item}});
        return;
    }
    const auto offered = question.labels_of(*item);
    const auto found = std::ranges::find_if(offered, [&](const LabelSpec* label) { return label->id == object.label; });
    const LabelSpec* label = found == offered.end() ? nullptr : *found;
    if (label == nullptr && !object.label.empty())
        problems.add("error.answer_label", where + "/label", {{"label", object.label}});
    if (label != nullptr && label->shape != shape_name(object.shape))
        problems.add(
            "error.answer_shape", where,
            {{"label", object.label}, {"shape", label->shape}, {"found", std::string(shape_name(object.shape))}});
    const auto* keypoints = std::get_if<Keypoints>(&object.shape);
    if (label != nullptr && keypoints != nullptr && keypoints->points.size() != label->points.size())
        problems.add("error.answer_keypoints", where + "/keypoints", {{"count", std::to_string(label->points.size())}});
    check_attributes(question, label, object, where, problems);
}

void check_item(const Question& question, const std::string& id, const ItemAnswer& answer, const std::string& where,
                Problems& problems) {
    const ItemSpec* item = question.find_item(id);
    if (item == nullptr) {
        problems.add("error.answer_item", where, {{"item", id}});
        return;
    }
    const auto offered = question.classes_of(*item);
    for (const auto& [class_id, value] : answer.classes) {
        const auto found = std::ranges::find_if(offered, [&](const ClassSpec* spec) { return spec->id == class_id; });
        if (found == offered.end() || !class_value_fits(**found, value))
            problems.add("error.answer_class", place_of(where, "class", class_id),
                         {{"class", class_id}, {"option", words_of(value)}});
    }
    std::vector<std::string> fields;
    for (const AttributeSpec* field : question.fields_of(*item)) fields.push_back(field->id);
    check_values(question, answer.attributes, fields, where + "/attributes", problems);
    for (const std::string& step : answer.order) {
        if (!has_option(question.labels.steps, step))
            problems.add("error.answer_step", where + "/order", {{"step", literal_value(step)}});
    }
    for (const auto& [row, change] : answer.rows)
        check_values(question, change.cells, question.labels.columns, place_of(where, "rows", row) + "/cells",
                     problems);
}

} // namespace

std::string place_of(const std::string& where, std::string_view member, std::string_view id) {
    const std::string base = where.ends_with('/') ? where.substr(0, where.size() - 1) : where;
    return pointer_child(pointer_child(base, member), id);
}

void check_answer_schema(const Question& question, const Answer& answer, const std::string& where, Problems& problems) {
    for (const auto& [id, object] : answer.objects)
        check_object(question, object, place_of(where, "objects", id), problems);
    for (const auto& [id, item] : answer.items) check_item(question, id, item, place_of(where, "items", id), problems);
}

void check_label_shapes(const Question& question, std::span<const std::string_view> shapes, const std::string& file,
                        Problems& problems) {
    const auto& labels = question.labels;
    if (labels.empty()) problems.add("error.no_labels", file + ":/labels");
    std::string needed;
    for (const std::string_view shape : shapes) needed += (needed.empty() ? "" : ", ") + std::string(shape);
    for (std::size_t i = 0; i < labels.objects.size(); ++i) {
        if (std::ranges::count(shapes, labels.objects[i].shape) > 0) continue;
        problems.add("error.label_shape", file + ":/labels/objects/" + std::to_string(i) + "/shape",
                     {{"shape", labels.objects[i].shape}, {"needed", needed}, {"type", question.type}});
    }
}

} // namespace biaokao
