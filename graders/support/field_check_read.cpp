#include <algorithm>

#include "engine/text/normalise.h"
#include "graders/support/check_settings.h"
#include "graders/support/field_checks.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

using Kind = AttributeSpec::Kind;

constexpr Measure difference_measure{.better = Better::smaller, .decimals = 0};

// Reads the checks of one item; `place` is where a problem of the field itself belongs.
class FieldReader {
public:
    FieldReader(JsonReader& reader, const Question& question, const ItemSpec& item, const Answer& reference)
        : reader_(reader), question_(question), item_(item), reference_(reference) {}

    FieldRule rule(const std::string& field, std::string_view place) {
        FieldRule rule;
        rule.field = field;
        if (field.empty()) { // absent or no string: reported
            sound_ = false;
            return rule;
        }
        const auto offered = question_.fields_of(item_);
        const auto spec = std::ranges::find_if(offered, [&](const AttributeSpec* one) { return one->id == field; });
        if (spec == offered.end()) {
            reader_.complain("error.field_unknown", place, {{"field", literal_value(field)}});
            sound_ = false;
            return rule;
        }
        rule.kind = (*spec)->kind;
        spec_ = *spec;
        return rule;
    }

    // The reference's value, or null after a problem.
    const AttributeValue* reference_value(const FieldRule& rule, std::string_view place) {
        if (!sound_) return nullptr;
        const AttributeValue* value = field_value(reference_, item_.id, rule.field);
        if (!value)
            reader_.complain("error.check_reference_field", place, {{"field", attribute_title(question_, rule.field)}});
        return value;
    }

    void read_normalise(FieldRule& rule, std::string_view place) {
        rule.normalise = reader_.boolean("normalise", false);
        if (sound_ && rule.normalise && rule.kind != Kind::text) reader_.complain("error.field_normalise", place);
    }

    // One of several values, an interval, or the reference's value.
    void read_conditions(FieldRule& rule) {
        rule.min = reader_.optional_number("min", -1e9, 1e9);
        rule.max = reader_.optional_number("max", -1e9, 1e9);
        const bool range = reader_.has("min") || reader_.has("max"), any = reader_.has("any_of");
        if (range && any) reader_.complain("error.field_conditions", "any_of");
        if (range && sound_ && rule.kind != Kind::text && rule.kind != Kind::number)
            reader_.complain("error.field_range", reader_.has("min") ? "min" : "max");
        if (rule.min && rule.max && *rule.min > *rule.max) reader_.complain("error.field_range_empty", "max");
        if (any) read_any_of(rule);
        if (!range && !any) {
            if (const AttributeValue* value = reference_value(rule, "field")) allow(rule, *value, "field");
        } else if (const AttributeValue* value = reference_value(rule, "field");
                   value && reader_.problems().errors.size() == before_ && !fits(rule, *value)) {
            // Otherwise the reference itself would not earn the item.
            reader_.complain("error.reference_value", any ? "any_of" : reader_.has("min") ? "min" : "max");
        }
    }

    void allow(FieldRule& rule, const AttributeValue& value, std::string_view place) {
        rule.allowed.push_back(value);
        const auto* text = std::get_if<std::string>(&value);
        if (!rule.normalise || !text) return;
        rule.comparable.push_back(comparable_from_utf8(*text));
        if (rule.comparable.back().empty()) reader_.complain("error.field_empty", place);
    }

private:
    [[nodiscard]] bool suits(const AttributeValue& value) const {
        if (spec_->kind == Kind::checkbox) return std::holds_alternative<bool>(value);
        if (spec_->kind == Kind::number) return std::holds_alternative<double>(value);
        const auto* text = std::get_if<std::string>(&value);
        if (!text || text->empty()) return false;
        const auto is_it = [&](const Option& option) { return option.id == *text; };
        return spec_->kind == Kind::text || std::ranges::any_of(spec_->options, is_it);
    }

    void read_any_of(FieldRule& rule) {
        const Json* list = reader_.raw("any_of");
        if (!list->array() || list->array()->empty()) {
            reader_.complain("error.field_any_of", "any_of");
            return;
        }
        for (std::size_t i = 0; sound_ && i < list->array()->size(); ++i) {
            const auto value = attribute_from_json((*list->array())[i]);
            if (value && suits(*value)) allow(rule, *value, "any_of");
            else
                reader_.problems().add("error.answer_attribute_value",
                                       reader_.where("any_of") + "/" + std::to_string(i),
                                       {{"attribute", literal_value(rule.field)}});
        }
    }

    JsonReader& reader_;
    const Question& question_;
    const ItemSpec& item_;
    const Answer& reference_;
    const AttributeSpec* spec_ = nullptr;
    std::size_t before_ = reader_.problems().errors.size();
    bool sound_ = true; // the field is one of the item's
};

void read_number(FieldReader& fields, JsonReader& reader, const CheckSpec& spec, FieldCheck& check,
                 Problems& problems) {
    FieldRule& rule = check.rules.front();
    const AttributeValue* value = fields.reference_value(rule, "field");
    const auto number = value ? field_number(*value) : std::nullopt;
    if (value && !number) reader.complain("error.reference_number", "field");
    check.wanted = number.value_or(Number());
    if (const auto* text = value ? std::get_if<std::string>(value) : nullptr) check.wanted_text = *text;
    else if (value) check.wanted_text = dump_json(json_from_attribute(*value));
    const double tolerance = spec.bands.empty() ? reader.optional_number("tolerance", 0, 1e9).value_or(0) : 0;
    check.tolerance = limit_spec(spec, difference_measure, tolerance, problems);
}

void read_one(FieldReader& fields, JsonReader& reader, const CheckSpec& spec, FieldCheck& check, Problems& problems) {
    check.rules.push_back(fields.rule(reader.string("field"), "field"));
    FieldRule& rule = check.rules.front();
    if (spec.check == "number") {
        read_number(fields, reader, spec, check, problems);
    } else if (spec.check == "field") {
        fields.read_normalise(rule, "normalise");
        fields.read_conditions(rule);
    } else if (const AttributeValue* value = fields.reference_value(rule, "field")) {
        const bool* marked = std::get_if<bool>(value);
        if (!marked || !*marked) reader.complain("error.reference_mark", "field");
        rule.allowed.push_back(true);
    }
}

} // namespace

FieldCheck read_field_check(const CheckSpec& spec, const Question& question, const Answer& reference,
                            Problems& problems) {
    FieldCheck check;
    const ItemSpec* item = target_item(spec, question, problems);
    if (!item) return check;
    if (spec.check != "number") refuse_bands(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check != "fields") {
            FieldReader fields(reader, question, *item, reference);
            read_one(fields, reader, spec, check, problems);
            return;
        }
        const auto names = reader.strings("fields", true);
        if (names.empty() && reader.has("fields")) reader.complain("error.json_empty", "fields");
        for (const std::string& name : names) {
            FieldReader fields(reader, question, *item, reference);
            check.rules.push_back(fields.rule(name, "fields"));
            FieldRule& rule = check.rules.back();
            rule.normalise = reader.boolean("normalise", false) && rule.kind == Kind::text;
            if (const AttributeValue* value = fields.reference_value(rule, "fields"))
                fields.allow(rule, *value, "fields");
        }
    });
    return check;
}

} // namespace biaokao
