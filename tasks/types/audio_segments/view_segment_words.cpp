#include "tasks/types/audio_segments/view_segment_words.h"

#include <fmt/format.h>

#include "engine/text/utf8.h"

namespace biaokao::audio {

namespace {

constexpr std::size_t tag_text_max = 60; // code points; what is longer never fits on a tag

std::string value_words(const TaskFrame& frame, const AttributeSpec& spec, const AttributeValue& value) {
    if (const auto* chosen = std::get_if<std::string>(&value)) {
        for (const Option& option : spec.options)
            if (option.id == *chosen) return option.title.in(frame.ui.language());
        return *chosen;
    }
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return std::string(frame.ui.tr(std::get<bool>(value) ? "audio.yes" : "audio.no"));
}

} // namespace

std::string label_title(const TaskFrame& frame, const Object& object) {
    const LabelSpec* label = frame.question.labels.find_label(object.label);
    return label == nullptr ? std::string(frame.ui.tr("labelling.no_label")) : label->title.in(frame.ui.language());
}

std::string attribute_words(const TaskFrame& frame, const Object& object, const AttributeSpec& spec) {
    const auto found = object.attributes.find(spec.id);
    return found == object.attributes.end() ? std::string() : value_words(frame, spec, found->second);
}

std::string tag_words(const TaskFrame& frame, const std::string& id, const Object& object) {
    std::string words = fmt::format("{} {}", id, label_title(frame, object));
    // The first attribute of the schema is the speaker in every task so far. Its id is short, its title is not.
    for (const AttributeSpec& spec : frame.question.labels.attributes) {
        const auto found = object.attributes.find(spec.id);
        if (found == object.attributes.end()) continue;
        if (const auto* chosen = std::get_if<std::string>(&found->second)) words += " " + *chosen;
        break;
    }
    if (!object.text.empty()) words += fmt::format("  {}", code_points_between(object.text, 0, tag_text_max));
    return words;
}

std::string label_and_attributes(const TaskFrame& frame, const Object& object) {
    std::string words = label_title(frame, object);
    for (const AttributeSpec& spec : frame.question.labels.attributes)
        if (const auto found = object.attributes.find(spec.id); found != object.attributes.end())
            words +=
                fmt::format(" · {}: {}", spec.title.in(frame.ui.language()), value_words(frame, spec, found->second));
    return words;
}

std::vector<ValueDifference> differing_values(const TaskFrame& frame, const Object& mine, const Object& reference) {
    std::vector<ValueDifference> found;
    if (mine.label != reference.label)
        found.push_back(
            {std::string(frame.ui.tr("audio.label")), label_title(frame, mine), label_title(frame, reference)});
    for (const AttributeSpec& spec : frame.question.labels.attributes) {
        const auto right = reference.attributes.find(spec.id), chosen = mine.attributes.find(spec.id);
        if (right == reference.attributes.end()) continue;
        const bool none = chosen == mine.attributes.end();
        if (!none && chosen->second == right->second) continue;
        found.push_back({spec.title.in(frame.ui.language()),
                         none ? std::string(frame.ui.tr("audio.no_value")) : value_words(frame, spec, chosen->second),
                         value_words(frame, spec, right->second)});
    }
    return found;
}

} // namespace biaokao::audio
