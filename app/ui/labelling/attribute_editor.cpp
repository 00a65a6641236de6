#include "app/ui/labelling/attribute_editor.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

// The attributes that the labels of all these objects offer, in the schema's order.
std::vector<const AttributeSpec*> common_attributes(const TaskFrame& frame, const ObjectIds& ids) {
    std::vector<const AttributeSpec*> common;
    for (const AttributeSpec& spec : frame.question.labels.attributes) {
        const bool everywhere = std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
            const auto object = frame.answer.objects.find(id);
            if (object == frame.answer.objects.end()) return true;
            const LabelSpec* label = frame.question.labels.find_label(object->second.label);
            return label && std::count(label->attributes.begin(), label->attributes.end(), spec.id) > 0;
        });
        if (everywhere && !ids.empty()) common.push_back(&spec);
    }
    return common;
}

// The value that all of them share; null where one has none or they differ.
const AttributeValue* shared_value(const TaskFrame& frame, const ObjectIds& ids, const std::string& attribute) {
    const AttributeValue* shared = nullptr;
    for (const std::string& id : ids) {
        const auto object = frame.answer.objects.find(id);
        if (object == frame.answer.objects.end()) continue;
        const auto value = object->second.attributes.find(attribute);
        if (value == object->second.attributes.end() || (shared && *shared != value->second)) return nullptr;
        shared = &value->second;
    }
    return shared;
}

std::string as_text(const AttributeValue* value) {
    if (value == nullptr) return {};
    if (const auto* words = std::get_if<std::string>(value)) return *words;
    if (const auto* number = std::get_if<double>(value)) return fmt::format("{}", *number);
    return {};
}

std::optional<double> number_from_text(std::string_view words) {
    double value = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc() || end != words.data() + words.size()) return std::nullopt;
    return value;
}

} // namespace

void AttributeEditor::take_up(TaskFrame& frame, const ObjectIds& objects, const std::string& item) {
    if (objects == shown_for_ && item == item_) return;
    finish_typing(frame);
    typing_.clear();
    shown_for_ = objects;
    item_ = item;
}

const AttributeValue* AttributeEditor::value_of(const TaskFrame& frame, const std::string& attribute) const {
    if (item_.empty()) return shared_value(frame, shown_for_, attribute);
    const auto item = frame.answer.items.find(item_);
    if (item == frame.answer.items.end()) return nullptr;
    const auto value = item->second.attributes.find(attribute);
    return value == item->second.attributes.end() ? nullptr : &value->second;
}

void AttributeEditor::store(TaskFrame& frame, const std::string& attribute,
                            const std::optional<AttributeValue>& value) {
    if (item_.empty()) set_attribute(frame, shown_for_, attribute, value);
    else set_field(frame, item_, attribute, value);
}

void AttributeEditor::draw_fields_ui(TaskFrame& frame, const ItemSpec& item) {
    take_up(frame, {}, item.id);
    const Scope scope(frame.ui, "fields");
    const DisabledIf read_only(!frame.editable);
    for (const AttributeSpec* spec : frame.question.fields_of(item)) attribute_ui(frame, *spec);
}

void AttributeEditor::draw_ui(TaskFrame& frame, const Selection& selection) {
    take_up(frame, selection.ids(), {});
    const Scope scope(frame.ui, "attributes");
    const DisabledIf read_only(!frame.editable);
    for (const AttributeSpec* spec : common_attributes(frame, shown_for_)) attribute_ui(frame, *spec);
}

void AttributeEditor::attribute_ui(TaskFrame& frame, const AttributeSpec& spec) {
    const AttributeValue* value = value_of(frame, spec.id);
    const std::string& title = spec.title.in(frame.ui.language());
    const bool missing = spec.required && value == nullptr;
    if (spec.kind != AttributeSpec::Kind::checkbox)
        text(frame.ui, spec.required ? fmt::format("{} {}", title, frame.ui.tr("labelling.required")) : title,
             missing ? TextLook::warning : TextLook::dim);
    switch (spec.kind) {
    case AttributeSpec::Kind::select:
    case AttributeSpec::Kind::radio: return options_ui(frame, spec, value);
    case AttributeSpec::Kind::checkbox: return checkbox_ui(frame, spec, value);
    case AttributeSpec::Kind::number:
    case AttributeSpec::Kind::text: return typed_ui(frame, spec, value);
    }
}

void AttributeEditor::options_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value) {
    const std::string chosen = as_text(value);
    if (spec.kind == AttributeSpec::Kind::select) {
        std::vector<Choice> choices;
        for (const Option& option : spec.options) choices.push_back({option.id, option.title.in(frame.ui.language())});
        std::string selected = chosen;
        if (choice_box(frame.ui, spec.id, selected, choices)) store(frame, spec.id, selected);
        return;
    }
    const Scope scope(frame.ui, spec.id);
    bool first = true;
    for (const Option& option : spec.options) {
        const std::string& words = option.title.in(frame.ui.language());
        const float width = ImGui::CalcTextSize(words.c_str()).x + ImGui::GetFrameHeight() + frame.ui.em();
        if (!first) same_line_if_fits(width);
        first = false;
        if (radio(frame.ui, option.id, words, option.id == chosen)) store(frame, spec.id, option.id);
    }
}

void AttributeEditor::checkbox_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value) {
    const bool* held = value ? std::get_if<bool>(value) : nullptr;
    bool checked = held && *held;
    if (checkbox(frame.ui, spec.id, spec.title.in(frame.ui.language()), checked)) store(frame, spec.id, checked);
}

// Numbers too are typed as text, so that "nothing yet" stays different from 0.
void AttributeEditor::typed_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value) {
    std::string& draft = drafts_[spec.id];
    if (typing_ != spec.id) draft = as_text(value);
    std::string hint;
    if (spec.kind == AttributeSpec::Kind::number)
        hint = frame.ui.tr("labelling.number_range",
                           {{"min", fmt::format("{}", spec.min)}, {"max", fmt::format("{}", spec.max)}});
    const bool finished = text_field(frame.ui, spec.id, draft, {.hint = hint, .enabled = frame.editable});
    if (ImGui::IsItemActive()) typing_ = spec.id;
    else if (typing_ == spec.id) typing_.clear();
    if (finished) commit_typed(frame, spec, draft);
}

void AttributeEditor::commit_typed(TaskFrame& frame, const AttributeSpec& spec, const std::string& words) {
    if (words.empty()) return store(frame, spec.id, std::nullopt);
    if (spec.kind == AttributeSpec::Kind::text) return store(frame, spec.id, words);
    const auto number = number_from_text(words);
    if (number && *number >= spec.min && *number <= spec.max) return store(frame, spec.id, *number);
    frame.ui.notify(frame.ui.tr("labelling.number_refused",
                                {{"min", fmt::format("{}", spec.min)}, {"max", fmt::format("{}", spec.max)}}));
}

void AttributeEditor::finish_typing(TaskFrame& frame) {
    // Only a text in the hand: an older draft must not undo an undo.
    if (const AttributeSpec* spec = frame.question.labels.find_attribute(typing_))
        commit_typed(frame, *spec, drafts_[typing_]);
}

} // namespace biaokao
