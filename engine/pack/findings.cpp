#include "engine/pack/findings.h"

#include "engine/pack/task_type.h"

namespace biaokao {
namespace {

// What the item itself lacks: classes, required fields of its form.
void add_own_findings(const Question& question, const ItemSpec& item, const ItemAnswer& given,
                      const std::string& language, std::vector<ItemFinding>& findings) {
    const std::string& title = item.title.in(language);
    for (const ClassSpec* spec : question.classes_of(item))
        if (!given.classes.contains(spec->id))
            findings.push_back(
                {{"review.class_unset", {{"item", title}, {"class", spec->title.in(language)}}}, item.id, {}});
    for (const AttributeSpec* field : question.fields_of(item))
        if (field->required && !given.attributes.contains(field->id))
            findings.push_back(
                {{"review.field_missing", {{"item", title}, {"field", field->title.in(language)}}}, item.id, {}});
}

void add_object_findings(const Question& question, const std::string& item_title, const std::string& id,
                         const Object& object, const std::string& language, std::vector<ItemFinding>& findings) {
    if (!question.labels.find_label(object.label)) {
        findings.push_back({{"review.object_unlabelled", {{"item", item_title}, {"object", id}}}, object.item, id});
        return;
    }
    for (const AttributeSpec* attribute : missing_attributes(question, object))
        findings.push_back({{"review.attribute_missing",
                             {{"item", item_title}, {"object", id}, {"attribute", attribute->title.in(language)}}},
                            object.item,
                            id});
    if (lacks_transcript(question, object))
        findings.push_back({{"review.text_missing", {{"item", item_title}, {"object", id}}}, object.item, id});
}

} // namespace

std::vector<const AttributeSpec*> missing_attributes(const Question& question, const Object& object) {
    std::vector<const AttributeSpec*> missing;
    const LabelSpec* label = question.labels.find_label(object.label);
    if (!label) return missing;
    for (const std::string& name : label->attributes) {
        const AttributeSpec* attribute = question.labels.find_attribute(name);
        if (attribute && attribute->required && !object.attributes.contains(name)) missing.push_back(attribute);
    }
    return missing;
}

bool lacks_transcript(const Question& question, const Object& object) {
    const LabelSpec* label = question.labels.find_label(object.label);
    return label && label->transcript && object.text.empty();
}

std::vector<ItemFinding> findings_of_item(const TaskType& type, const Question& question, const ItemSpec& item,
                                          const Answer& answer, const std::string& language) {
    std::vector<ItemFinding> findings;
    const std::string& title = item.title.in(language);
    const auto entry = answer.items.find(item.id);
    const ItemAnswer nothing;
    const ItemAnswer& given = entry == answer.items.end() ? nothing : entry->second;
    const bool begun = type.item_begun(question, item, answer);
    add_own_findings(question, item, given, language, findings);
    // A picture without an object may be right; a document without a class says so already.
    if (!begun && findings.empty())
        findings.push_back({{"review.item_empty", {{"item", title}}}, item.id, {}, /*blocks_check=*/false});
    for (const auto& [id, object] : answer.objects)
        if (object.item == item.id) add_object_findings(question, title, id, object, language, findings);
    if (type.add_findings) type.add_findings(question, item, answer, title, findings);
    if (begun && !given.saved)
        findings.push_back({{"review.item_unsaved", {{"item", title}}}, item.id, {}, /*blocks_check=*/false});
    return findings;
}

} // namespace biaokao
