// A class for each document, entity spans with a label, and relations between them, over several documents.
#include <algorithm>
#include <array>

#include "graders/graders.h"
#include "graders/measures/span_match.h"
#include "graders/support/check_settings.h"
#include "graders/support/class_check.h"
#include "graders/support/common_checks.h"
#include "graders/support/limit_check.h"
#include "graders/support/object_matching.h"
#include "graders/support/titles.h"
#include "graders/text_labels/relations.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 5> check_names{"class", "span", "relation", "no_extra", "saved"};
constexpr Measure overlap_measure{.better = Better::larger, .decimals = 2};

struct TextCheck {
    const CheckSpec* spec = nullptr;
    ClassCheck chosen;                // class
    std::optional<LimitSpec> overlap; // span: absent = exact only
    bool strict = false;              // relation: the labels of both ends count too
};

struct TextKey {
    Question question;
    QuestionKey key;
    double overlap_min = 1;   // the loosest of all checks: which pairs may count as partial
    RelationLabels symmetric; // relations without direction
    std::vector<TextCheck> checks;
};

ObjectMatching match(const TextKey& key, const Answer& answer) {
    ObjectMatching matching;
    for (const ItemSpec& item : key.question.items) {
        const std::vector<Entry> references = entries_by_id<Span>(key.key.reference.objects, item.id);
        std::vector<Entry> candidates = entries_by_id<Span>(answer.objects, item.id);
        sort_in_tie_order(candidates);
        const auto spans_of = [](const std::vector<Entry>& entries) {
            std::vector<LabelledSpan> spans;
            spans.reserve(entries.size());
            for (const Entry& e : entries) spans.push_back({std::get<Span>(e.object->shape), e.object->label});
            return spans;
        };
        const SpanMatching found = SpanMatcher(spans_of(references), spans_of(candidates)).match(key.overlap_min);
        matching.add_pairs(item.id, references, candidates, found.exact, Verdict::matched);
        matching.add_pairs(item.id, references, candidates, found.wrong_type, Verdict::wrong_label);
        matching.add_pairs(item.id, references, candidates, found.partial, Verdict::near_miss);
        matching.add_pairs(item.id, references, candidates, found.near_miss, Verdict::near_miss);
        matching.add_missing(item.id, references, found.missing_references);
        // A partial match is one of the reference's, if not quite: it is shown as near, but is not superfluous.
        for (const Pair& pair : found.partial)
            matching.excused.push_back(*candidates[static_cast<std::size_t>(pair.candidate)].id);
        for (const int index : found.unmatched)
            matching.add_left(item.id, *candidates[static_cast<std::size_t>(index)].id, Verdict::extra);
        match_relations_of_item(item.id, key.key.reference.objects, answer.objects, key.symmetric, matching);
    }
    add_misplaced<Span, Relation>(key.question, answer, matching);
    return matching;
}

std::string bounds_text(const Object& object) {
    const Span& span = std::get<Span>(object.shape);
    return std::to_string(span.start) + "–" + std::to_string(span.end);
}

std::string_view span_sentence(const Partner& partner, bool same_bounds, bool same_label) {
    if (partner.verdict == Verdict::matched) return "evidence.span.exact";
    if (same_bounds) return "evidence.span.wrong_label";
    return same_label ? "evidence.span.wrong_bounds" : "evidence.span.near";
}

CheckResult judge_span(const TextKey& key, const TextCheck& check, const ObjectMatching& matching) {
    const Question& question = key.question;
    const Object& reference = key.key.reference.objects.at(check.spec->target);
    const Partner* partner = matching.find(check.spec->target);
    const std::string label = label_title(question, reference.label), bounds = bounds_text(reference);
    CheckResult result;
    result.nominal = {"nominal.span", {{"label", label}, {"bounds", bounds}}};
    Evidence evidence{.kind = "span", .reference = check.spec->target, .need = bounds};
    if (!partner) {
        result.measured = {"measured.not_marked", {}};
        evidence.text = {"evidence.span.missing",
                         {{"item", item_title(question, reference.item)}, {"label", label}, {"need", bounds}}};
        result.evidence.push_back(std::move(evidence));
        return result;
    }
    const Object& drawn = *partner->object;
    const bool same_label = drawn.label == reference.label;
    const bool exact = partner->verdict == Verdict::matched;
    if (check.overlap && same_label) check.overlap->apply(partner->similarity, result);
    else result.outcome = exact ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    const std::string drawn_label = label_title(question, drawn.label), drawn_bounds = bounds_text(drawn);
    result.measured = {"nominal.span", {{"label", drawn_label}, {"bounds", drawn_bounds}}};
    evidence.object = partner->id;
    evidence.value = drawn_bounds;
    evidence.text = {std::string(span_sentence(*partner, drawn.shape == reference.shape, same_label)),
                     {{"item", item_title(question, reference.item)},
                      {"label", label},
                      {"need", bounds},
                      {"drawn", drawn_label},
                      {"value", drawn_bounds},
                      {"overlap", shown_number(partner->similarity, overlap_measure)}}};
    result.evidence.push_back(std::move(evidence));
    return result;
}

// "[0–2] → [5–9]"
std::string ends_text(const Objects& objects, const Object& object) {
    const auto& relation = std::get<Relation>(object.shape);
    const auto end_text = [&](const std::string& id) {
        const auto found = objects.find(id);
        const bool is_span = found != objects.end() && std::holds_alternative<Span>(found->second.shape);
        return is_span ? "[" + bounds_text(found->second) + "]" : "[?]";
    };
    return end_text(relation.from) + " → " + end_text(relation.to);
}

std::string_view relation_sentence(const Partner& partner, bool ends_right) {
    switch (partner.verdict) {
    case Verdict::matched: return ends_right ? "evidence.relation.right" : "evidence.relation.wrong_ends";
    case Verdict::wrong_label: return "evidence.relation.wrong_label";
    default: return "evidence.relation.reversed";
    }
}

CheckResult judge_relation(const TextKey& key, const TextCheck& check, const Answer& answer,
                           const ObjectMatching& matching) {
    const Question& question = key.question;
    const Objects& references = key.key.reference.objects;
    const Object& reference = references.at(check.spec->target);
    const Partner* partner = matching.find(check.spec->target);
    const std::string label = label_title(question, reference.label), need = ends_text(references, reference);
    CheckResult result;
    result.nominal = {"nominal.relation", {{"label", label}, {"ends", need}}};
    Evidence evidence{.kind = "relation", .reference = check.spec->target, .need = need};
    std::vector<std::pair<std::string, std::string>> args{
        {"item", item_title(question, reference.item)}, {"label", label}, {"need", need}};
    if (!partner) {
        result.measured = {"measured.not_marked", {}};
        evidence.text = {"evidence.relation.missing", std::move(args)};
        result.evidence.push_back(std::move(evidence));
        return result;
    }
    const Object& drawn = *partner->object;
    const bool ends_right = !check.strict || same_end_labels(references, reference, answer.objects, drawn);
    const bool right = partner->verdict == Verdict::matched && ends_right;
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    const std::string drawn_label = label_title(question, drawn.label), value = ends_text(answer.objects, drawn);
    result.measured = {"nominal.relation", {{"label", drawn_label}, {"ends", value}}};
    evidence.object = partner->id;
    evidence.value = value;
    args.emplace_back("drawn", drawn_label);
    args.emplace_back("value", value);
    evidence.text = {std::string(relation_sentence(*partner, ends_right)), std::move(args)};
    result.evidence.push_back(std::move(evidence));
    return result;
}

TextCheck read_check(const CheckSpec& spec, const TextKey& key, Problems& problems) {
    TextCheck check{.spec = &spec, .chosen = {}, .overlap = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    if (spec.check == "span" || spec.check == "relation") {
        const Object* target = target_object(spec, key.key, problems);
        const bool wants_relation = spec.check == "relation";
        if (target && std::holds_alternative<Relation>(target->shape) != wants_relation)
            problems.add("error.reference_shape", spec.where + "/target");
    }
    if (spec.check == "no_extra") refuse_target(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check == "class") check.chosen = read_class_check(spec, key.question, key.key.reference, reader);
        if (spec.check == "relation") check.strict = reader.boolean("strict", false);
        if (spec.check != "span") return;
        const bool banded = !spec.bands.empty();
        const auto limit = banded ? std::optional(1.0) : reader.optional_number("overlap_min", 0.01, 1);
        if (limit) check.overlap = limit_spec(spec, overlap_measure, *limit, problems);
    });
    return check;
}

// Spans, and relations whose ends are two of them in the same document.
void check_reference_shapes(const QuestionKey& key, Problems& problems) {
    const auto is_span_of = [&](const std::string& id, const std::string& item) {
        const auto found = key.reference.objects.find(id);
        return found != key.reference.objects.end() && found->second.item == item &&
               std::holds_alternative<Span>(found->second.shape);
    };
    for (const auto& [id, object] : key.reference.objects) {
        const auto* relation = std::get_if<Relation>(&object.shape);
        const bool sound = relation ? relation->from != relation->to && is_span_of(relation->from, object.item) &&
                                          is_span_of(relation->to, object.item)
                                    : std::holds_alternative<Span>(object.shape);
        if (!sound) problems.add("error.reference_shape", key.where + ":/reference/objects/" + id);
    }
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles*) {
    Problems problems;
    auto key = std::make_shared<TextKey>(TextKey{.question = question, .key = source});
    read_settings(key->key.matching, source.where + ":/matching", problems, [&](JsonReader& reader) {
        for (std::string& label : reader.strings("symmetric")) {
            const LabelSpec* spec = question.labels.find_label(label);
            if (!spec || spec->shape != "relation")
                reader.complain("error.symmetric_label", "symmetric", {{"label", literal_value(label)}});
            key->symmetric.insert(std::move(label));
        }
    });
    check_reference_shapes(key->key, problems);
    for (const CheckSpec& spec : key->key.checks) {
        key->checks.push_back(read_check(spec, *key, problems));
        if (const auto& overlap = key->checks.back().overlap)
            key->overlap_min = std::min(key->overlap_min, overlap->loosest());
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([key = std::shared_ptr<const TextKey>(std::move(key))](const Answer& answer,
                                                                        const ProcessLog*) -> Result<Judgement> {
        const ObjectMatching matching = match(*key, answer);
        const auto extras = matching.extras();
        Judgement judgement;
        for (const TextCheck& check : key->checks) {
            const std::string& name = check.spec->check;
            judgement.checks.push_back(name == "class" ? judge_class(key->question, *check.spec, check.chosen, answer)
                                       : name == "relation" ? judge_relation(*key, check, answer, matching)
                                       : name == "span"     ? judge_span(*key, check, matching)
                                       : name == "no_extra" ? judge_no_extra(key->question, answer, matching, extras)
                                                            : judge_saved(key->question, key->key.reference, answer));
        }
        judgement.tally.extra = static_cast<int>(extras.size());
        judgement.tally.objects = matching.objects;
        judgement.tally.references = static_cast<int>(key->key.reference.objects.size());
        judgement.verdicts = matching.verdicts;
        return judgement;
    });
}

} // namespace

extern const Grader text_labels_grader{
    .id = "text_labels", .answer_kind = "text_labels", .checks = check_names, .compile = compile};

} // namespace biaokao
