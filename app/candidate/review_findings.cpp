#include "app/candidate/review_findings.h"

#include "tasks/types/task_types.h"

namespace biaokao {
namespace {

void add_item_findings(const Question& question, const ItemSpec& item, const Answer& answer,
                       const std::string& language, std::vector<ReviewFinding>& findings) {
    const TaskType* type = find_task_type(question.type);
    BIAOKAO_ASSERT(type); // the loader refuses types that this program does not know
    const std::string& title = item.title.in(language);
    if (!type->item_begun(question, item, answer)) {
        findings.push_back({{"review.item_empty", {{"item", title}}}, item.id, {}});
        return;
    }
    const auto entry = answer.items.find(item.id);
    for (const ClassSpec* spec : question.classes_of(item))
        if (entry == answer.items.end() || !entry->second.classes.contains(spec->id))
            findings.push_back(
                {{"review.class_unset", {{"item", title}, {"class", spec->title.in(language)}}}, item.id, {}});
    std::vector<ItemFinding> own;
    if (type->add_findings) type->add_findings(question, item, answer, title, own);
    for (ItemFinding& finding : own)
        findings.push_back({std::move(finding.words), std::move(finding.item), std::move(finding.object)});
    if (entry == answer.items.end() || !entry->second.saved)
        findings.push_back({{"review.item_unsaved", {{"item", title}}}, item.id, {}});
}

void add_object_findings(const Question& question, const std::string& id, const Object& object,
                         const std::string& language, std::vector<ReviewFinding>& findings) {
    const ItemSpec* item = question.find_item(object.item);
    const std::string title = item ? item->title.in(language) : object.item;
    const LabelSpec* label = question.labels.find_label(object.label);
    if (!label) {
        findings.push_back({{"review.object_unlabelled", {{"item", title}, {"object", id}}}, object.item, id});
        return;
    }
    for (const std::string& name : label->attributes) {
        const AttributeSpec* attribute = question.labels.find_attribute(name);
        if (attribute && attribute->required && !object.attributes.contains(name))
            findings.push_back({{"review.attribute_missing",
                                 {{"item", title}, {"object", id}, {"attribute", attribute->title.in(language)}}},
                                object.item,
                                id});
    }
    if (label->transcript && object.text.empty())
        findings.push_back({{"review.text_missing", {{"item", title}, {"object", id}}}, object.item, id});
}

} // namespace

std::vector<ReviewFinding> review_findings(const Question& question, const Answer& answer,
                                           const std::string& language) {
    std::vector<ReviewFinding> findings;
    for (const ItemSpec& item : question.items) add_item_findings(question, item, answer, language, findings);
    for (const auto& [id, object] : answer.objects) add_object_findings(question, id, object, language, findings);
    if (question.tools.file_name && answer.file_name.empty()) findings.push_back({{"review.name_missing", {}}, {}, {}});
    return findings;
}

} // namespace biaokao
