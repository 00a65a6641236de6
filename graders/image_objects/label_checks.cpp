// label, attribute, count and class: what was drawn, and the picture, are called by their names.
#include "graders/image_objects/check_kinds.h"
#include "graders/support/titles.h"

namespace biaokao::image_objects {
namespace {

// Compares one attribute; its sentence goes to `result`.
bool attribute_right(const ShapeCase& c, const std::string& attribute, CheckResult& result) {
    const Question& question = c.key.question;
    const AttributeValue* wanted = find_attribute(*c.reference, attribute);
    const AttributeValue* given = find_attribute(*c.hit(), attribute);
    const bool same = given && *given == *wanted;
    result.evidence.push_back(c.evidence(same ? "evidence.attribute_right" : "evidence.attribute_wrong",
                                         {{"attribute", attribute_title(question, attribute)},
                                          {"value", attribute_value_title(question, attribute, given)},
                                          {"need", attribute_value_title(question, attribute, wanted)}}));
    return same;
}

// The label, and the first of the attributes where the check asks for some.
Message name_of(const ShapeCase& c, const Object& object) {
    const std::string label = label_title(c.key.question, object.label);
    if (c.check.attributes.empty()) return {"nominal.name", {{"name", label}}};
    const std::string& first = c.check.attributes.front();
    const std::string value = attribute_value_title(c.key.question, first, find_attribute(object, first));
    return {"nominal.label_attribute", {{"name", label}, {"value", value}}};
}

void need_reference_value(CheckReading& reading, const std::string& attribute, std::string_view member) {
    if (reading.target && !find_attribute(*reading.target, attribute))
        reading.reader.complain("error.check_reference_attribute", member, {{"attribute", attribute}});
}

int count_labelled(const Objects& objects, const ShapeCheck& check) {
    int count = 0;
    for (const auto& [id, object] : objects)
        count += object.label == check.label && (check.spec->target.empty() || object.item == check.spec->target);
    return count;
}

} // namespace

void read_label(CheckReading& reading) {
    reading.check.attributes = reading.reader.strings("attributes");
    for (const std::string& attribute : reading.check.attributes)
        need_reference_value(reading, attribute, "attributes");
}

CheckResult judge_label(const ShapeCase& c) {
    CheckResult result;
    const Question& question = c.key.question;
    result.nominal = name_of(c, *c.reference);
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    bool right = c.hit()->label == c.reference->label;
    result.measured = name_of(c, *c.hit());
    result.evidence.push_back(c.evidence(right ? "evidence.label_right" : "evidence.label_wrong",
                                         {{"drawn", label_title(question, c.hit()->label)}}));
    for (const std::string& attribute : c.check.attributes) right &= attribute_right(c, attribute, result);
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    return result;
}

void read_attribute(CheckReading& reading) {
    const std::string attribute = reading.reader.id("attribute");
    if (attribute.empty()) return; // its problem is noted
    reading.check.attributes = {attribute};
    need_reference_value(reading, attribute, "attribute");
}

CheckResult judge_attribute(const ShapeCase& c) {
    CheckResult result;
    const std::string& attribute = c.check.attributes.front();
    const auto shown = [&](const Object& object) {
        return attribute_value_title(c.key.question, attribute, find_attribute(object, attribute));
    };
    result.nominal = {"nominal.name", {{"name", shown(*c.reference)}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    result.measured = {"nominal.name", {{"name", shown(*c.hit())}}};
    if (attribute_right(c, attribute, result)) result.outcome = CheckResult::Outcome::earned;
    return result;
}

void read_count(CheckReading& reading) {
    ShapeCheck& check = reading.check;
    check.label = reading.reader.id("label");
    if (check.label.empty()) return;
    if (!reading.key.question.labels.find_label(check.label))
        reading.reader.complain("error.label_unknown", "label", {{"id", check.label}});
    else if (count_labelled(reading.key.key.reference.objects, check) == 0)
        reading.reader.complain("error.check_counts_nothing", "label", {{"label", check.label}});
}

void read_class(CheckReading& reading) {
    reading.check.chosen =
        read_class_check(reading.spec, reading.key.question, reading.key.key.reference, reading.reader);
}

CheckResult judge_item_class(const ShapeCase& c) {
    return judge_class(c.key.question, *c.check.spec, c.check.chosen, c.answer);
}

CheckResult judge_count(const ShapeCase& c) {
    const Question& question = c.key.question;
    const int wanted = count_labelled(c.key.key.reference.objects, c.check);
    int drawn = count_labelled(c.answer.objects, c.check);
    for (const ObjectVerdict& verdict : c.matching.verdicts) { // nobody asked for those
        if (verdict.verdict != Verdict::ignored) continue;
        const Object& object = c.answer.objects.at(verdict.object);
        drawn -= object.label == c.check.label && (c.check.spec->target.empty() || object.item == c.check.spec->target);
    }
    const std::string value = std::to_string(drawn), need = std::to_string(wanted);
    CheckResult result;
    result.outcome = drawn == wanted ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {"nominal.name", {{"name", need}}};
    result.measured = {"measured.value", {{"value", value}}};
    const std::string label = label_title(question, c.check.label);
    const bool whole = c.check.spec->target.empty();
    Evidence evidence = c.evidence(whole ? "evidence.count_all" : "evidence.count_item",
                                   {{"label", label}, {"value", value}, {"need", need}});
    if (!whole) evidence.text.args.emplace_back("item", item_title(question, c.check.spec->target));
    result.evidence.push_back(with_value(std::move(evidence), value, need));
    return result;
}

} // namespace biaokao::image_objects
