#include "engine/pack/key.h"

#include <algorithm>

#include "engine/pack/question.h"
#include "engine/pack/read_checks.h"
#include "engine/pack/read_rules.h"

namespace biaokao {

namespace {

bool is_reference_id(std::string_view id) {
    return id.size() >= 2 && id[0] == 'r' && id[1] != '0' &&
           std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A reference is an answer whose objects and items may explain themselves. Takes the explanations out and returns
// the plain answer; whatever is no object is left for the reader of answers to complain about.
Json take_explanations(const JsonReader& reference, std::map<std::string, Text>& explain) {
    Json answer = reference.value();
    for (const char* section : {"objects", "items"}) {
        const auto member = std::find_if(answer.object()->begin(), answer.object()->end(),
                                         [&](const auto& one) { return one.first == section; });
        if (member == answer.object()->end() || !member->second.object()) continue;
        for (auto& [id, entry] : *member->second.object()) {
            if (!entry.find("explain")) continue;
            const std::string where = reference.where(section);
            const std::string pointer = pointer_child(where.substr(reference.file().size() + 1), id);
            explain[id] = JsonReader(entry, reference.file(), pointer, reference.problems()).text("explain");
            std::erase_if(*entry.object(), [](const auto& one) { return one.first == "explain"; });
        }
    }
    return answer;
}

// A candidate may leave an object half done, a reference may not.
void check_is_complete(const Question& question, const Answer& reference, const std::string& where,
                       Problems& problems) {
    for (const auto& [id, object] : reference.objects) {
        const std::string place = where + pointer_child("/objects", id);
        if (!is_reference_id(id)) problems.add("error.reference_id", place, {{"id", id}});
        if (question.find_item(id)) problems.add("error.reference_id_of_item", place, {{"id", id}});
        const LabelSpec* label = question.labels.find_label(object.label);
        if (object.label.empty()) problems.add("error.reference_label", place);
        if (!label) continue;
        for (const std::string& attribute : label->attributes) {
            const AttributeSpec* spec = question.labels.find_attribute(attribute);
            if (spec && spec->required && !object.attributes.contains(attribute))
                problems.add("error.reference_attribute", place, {{"attribute", attribute}});
        }
    }
}

void read_reference(JsonReader& reader, const Question& question, QuestionKey& key) {
    const auto reference = reader.child("reference", true);
    if (!reference || !reference->value().object()) return;
    const Json answer = take_explanations(*reference, key.explain);
    key.reference = answer_from_json(answer, reader.file(), "/reference", reader.problems());
    check_is_complete(question, key.reference, reference->where(), reader.problems());
}

void read_ignore(JsonReader& reader, const Question& question, QuestionKey& key) {
    for (JsonReader& element : reader.elements("ignore")) {
        if (!element.value().object()) continue;
        IgnoreRegion region;
        region.item = element.string("item");
        if (!question.find_item(region.item)) element.complain("error.item_unknown", "item", {{"id", region.item}});
        const Json* value = element.raw("box");
        const auto shape = value ? shape_from_json("box", *value) : std::nullopt;
        const Box* box = shape ? std::get_if<Box>(&*shape) : nullptr;
        if (box && box->area() > 0) region.box = *box;
        else element.complain("error.ignore_box", "box");
        region.explain = element.optional_text("explain");
        element.finish();
        key.ignore.push_back(std::move(region));
    }
}

} // namespace

const CheckSpec* QuestionKey::find_check(std::string_view item) const {
    const auto check =
        std::find_if(checks.begin(), checks.end(), [item](const CheckSpec& one) { return one.item == item; });
    return check == checks.end() ? nullptr : &*check;
}

QuestionKey read_key(const Json& value, const std::string& file, const Question& question, Problems& problems) {
    JsonReader reader(value, file, "", problems);
    QuestionKey key;
    key.where = file;
    if (!read_format(reader)) return key;
    key.question = reader.string("question");
    if (key.question != question.id) reader.complain("error.key_question", "question", {{"id", question.id}});
    if (const auto matching = reader.child("matching")) key.matching = matching->value();
    read_reference(reader, question, key);
    read_ignore(reader, question, key);
    read_checks(reader, question, key);
    reader.finish();
    return key;
}

} // namespace biaokao
