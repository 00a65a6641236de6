#include "app/ui/pack_words.h"

namespace biaokao {
namespace {

using Visit = std::function<void(std::string_view)>;

void visit_text(const Text& text, const Visit& visit) {
    visit(text.zh);
    visit(text.en);
}

void visit_options(const std::vector<Option>& options, const Visit& visit) {
    for (const Option& option : options) visit_text(option.title, visit);
}

void visit_schema(const LabelSchema& schema, const Visit& visit) {
    for (const LabelSpec& label : schema.objects) visit_text(label.title, visit);
    for (const GroupSpec& group : schema.groups) visit_text(group.title, visit);
    for (const TierSpec& tier : schema.tiers) visit_text(tier.title, visit);
    for (const AttributeSpec& attribute : schema.attributes) {
        visit_text(attribute.title, visit);
        visit_options(attribute.options, visit);
    }
    for (const ClassSpec& spec : schema.classes) {
        visit_text(spec.title, visit);
        visit_options(spec.options, visit);
    }
}

void visit_question(const Pack& pack, const Question& question, const Visit& visit) {
    const TaskSheet& sheet = question.sheet;
    visit(sheet.code);
    for (const Text* text : {&sheet.title, &sheet.site, &sheet.task, &sheet.skills, &sheet.quality})
        visit_text(*text, visit);
    for (const ItemSpec& item : question.items) {
        visit_text(item.title, visit);
        visit(item.text);
        if (item.file.ends_with(".txt"))
            if (const auto document = pack.files->read(item.file)) visit(*document);
    }
    for (const RubricItem& item : question.rubric) visit_text(item.criterion, visit);
    visit_schema(question.labels, visit);
}

void visit_key(const QuestionKey& key, const Visit& visit) {
    for (const auto& [id, text] : key.explain) visit_text(text, visit);
    for (const CheckSpec& check : key.checks) visit_text(check.explain, visit);
    for (const auto& [id, object] : key.reference.objects) visit(object.text);
}

} // namespace

void for_each_word(const Pack& pack, const Visit& visit) {
    visit_text(pack.title, visit);
    for (const Module& module : pack.modules) visit_text(module.title, visit);
    for (const Question& question : pack.questions) visit_question(pack, question, visit);
    for (const auto& [id, key] : pack.keys) visit_key(key, visit);
}

} // namespace biaokao
