#include "app/ui/labelling/edits.h"

#include <algorithm>
#include <charconv>

#include "engine/answer/patch.h"

namespace biaokao {
namespace {

// Only the touched item is compared: the rest of a large answer costs nothing.
void change_item(TaskFrame& frame, std::string_view label, std::string_view item,
                 const std::function<void(ItemAnswer&)>& change) {
    Answer before, after;
    const std::string id(item);
    if (const auto found = frame.answer.items.find(id); found != frame.answer.items.end()) before.items.insert(*found);
    after = before;
    change(after.items[id]);
    emit_difference(frame, label, before, after);
}

} // namespace

void emit_difference(TaskFrame& frame, std::string_view label, const Answer& before, const Answer& after) {
    if (!frame.editable) return;
    if (Patch patch = patch_between(before, after); !patch.empty()) frame.emit(label, std::move(patch));
}

void change_objects(TaskFrame& frame, std::string_view label, const ObjectIds& ids,
                    const std::function<void(Object&)>& change) {
    change_each_object(frame, label, ids, [&](const std::string&, Object& object) { change(object); });
}

void change_each_object(TaskFrame& frame, std::string_view label, const ObjectIds& ids,
                        const std::function<void(const std::string& id, Object&)>& change) {
    Answer before, after;
    for (const std::string& id : ids) {
        const auto found = frame.answer.objects.find(id);
        if (found == frame.answer.objects.end()) continue;
        before.objects.insert(*found);
        change(id, after.objects.insert(*found).first->second);
    }
    emit_difference(frame, label, before, after);
}

std::vector<std::string> new_object_ids(const TaskFrame& frame, std::size_t count) {
    // The session hands out "o" and the next number; the ones after it are free as well.
    const std::string first = frame.new_object_id();
    const std::size_t digits = first.find_first_of("0123456789");
    std::uint64_t number = 0;
    std::from_chars(first.data() + digits, first.data() + first.size(), number);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i) ids.push_back(first.substr(0, digits) + std::to_string(number + i));
    return ids;
}

void add_objects(TaskFrame& frame, std::string_view label, const Objects& added) {
    Answer after;
    after.objects = added;
    emit_difference(frame, label, Answer{}, after);
}

void delete_objects(TaskFrame& frame, const ObjectIds& ids) {
    Answer before;
    for (const std::string& id : ids) {
        const auto found = frame.answer.objects.find(id);
        if (found != frame.answer.objects.end()) before.objects.insert(*found);
    }
    // A relation without one of its ends means nothing: it goes with it, in the same step.
    for (const auto& [id, object] : frame.answer.objects) {
        const auto* relation = std::get_if<Relation>(&object.shape);
        if (relation && (ids.contains(relation->from) || ids.contains(relation->to)))
            before.objects.emplace(id, object);
    }
    emit_difference(frame, "edit.delete", before, Answer{});
}

void relabel_objects(TaskFrame& frame, const ObjectIds& ids, std::string_view label_id) {
    const LabelSpec* label = frame.question.labels.find_label(label_id);
    if (label == nullptr) return;
    change_objects(frame, "edit.relabel", ids, [&](Object& object) {
        if (label->shape != shape_name(object.shape)) return; // it would be no answer to this question any more
        object.label = label->id;
        std::erase_if(object.attributes, [&](const auto& entry) {
            return std::find(label->attributes.begin(), label->attributes.end(), entry.first) ==
                   label->attributes.end();
        });
    });
}

void set_attribute(TaskFrame& frame, const ObjectIds& ids, const std::string& attribute,
                   const std::optional<AttributeValue>& value) {
    change_objects(frame, "edit.attribute", ids, [&](Object& object) {
        if (value) object.attributes.insert_or_assign(attribute, *value);
        else object.attributes.erase(attribute);
    });
}

void set_class(TaskFrame& frame, std::string_view item, const std::string& class_id, const std::string& option) {
    change_item(frame, "edit.class", item, [&](ItemAnswer& answer) { answer.classes[class_id] = option; });
}

void toggle_option(TaskFrame& frame, std::string_view item, const std::string& class_id, const std::string& option) {
    std::set<std::string> options = chosen_options(frame.answer, std::string(item), class_id);
    if (options.erase(option) == 0) options.insert(option);
    change_item(frame, "edit.class", item, [&](ItemAnswer& answer) {
        if (options.empty()) answer.classes.erase(class_id);
        else answer.classes[class_id] = options;
    });
}

void set_field(TaskFrame& frame, std::string_view item, const std::string& field,
               const std::optional<AttributeValue>& value) {
    change_item(frame, "edit.attribute", item, [&](ItemAnswer& answer) {
        if (value) answer.attributes.insert_or_assign(field, *value);
        else answer.attributes.erase(field);
    });
}

void set_file_name(TaskFrame& frame, const std::string& name) {
    Answer before, after;
    before.file_name = frame.answer.file_name;
    after.file_name = name;
    emit_difference(frame, "edit.file_name", before, after);
}

void save_item(TaskFrame& frame, std::string_view item) {
    change_item(frame, "edit.save", item, [](ItemAnswer& answer) { answer.saved = true; });
}

void check_item(TaskFrame& frame, std::string_view item, bool checked) {
    change_item(frame, "edit.check", item, [checked](ItemAnswer& answer) { answer.checked = checked; });
}

void save_and_check_item(TaskFrame& frame, std::string_view item) {
    change_item(frame, "edit.check", item, [](ItemAnswer& answer) { answer.saved = answer.checked = true; });
}

} // namespace biaokao
