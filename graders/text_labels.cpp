// A class for each document and entity spans with a label, over several documents.
#include <algorithm>
#include <array>

#include "graders/graders.h"
#include "graders/measures/span_match.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/limit_check.h"
#include "graders/support/object_matching.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 4> check_names{"class", "span", "no_extra", "saved"};
constexpr Measure overlap_measure{.better = Better::larger, .decimals = 2};

struct TextCheck {
    const CheckSpec* spec = nullptr;
    std::string group;                // class: which class of the document
    std::string option;               // class: the reference's option
    std::optional<LimitSpec> overlap; // span: absent = exact only
};

struct TextKey {
    Question question;
    QuestionKey key;
    double overlap_min = 1; // the loosest of all checks: which pairs may count as partial
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
    }
    add_misplaced<Span>(key.question, answer, matching);
    return matching;
}

std::string bounds_text(const Object& object) {
    const Span& span = std::get<Span>(object.shape);
    return std::to_string(span.start) + "–" + std::to_string(span.end);
}

CheckResult judge_class(const TextKey& key, const TextCheck& check, const Answer& answer) {
    const Question& question = key.question;
    const std::string& item = check.spec->target;
    std::string chosen;
    if (const auto found = answer.items.find(item); found != answer.items.end()) {
        const auto option = found->second.classes.find(check.group);
        if (option != found->second.classes.end()) chosen = option->second;
    }
    const bool right = chosen == check.option;
    const std::string need = option_title(question, check.group, check.option);
    const std::string value = option_title(question, check.group, chosen);
    CheckResult result;
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {"nominal.name", {{"name", need}}};
    result.measured = {"nominal.name", {{"name", value}}};
    result.evidence.push_back({.kind = "class",
                               .reference = item,
                               .value = chosen,
                               .need = check.option,
                               .text = {right            ? "evidence.class_right"
                                        : chosen.empty() ? "evidence.class_unset"
                                                         : "evidence.class_wrong",
                                        {{"item", item_title(question, item)},
                                         {"class", class_title(question, check.group)},
                                         {"value", value},
                                         {"need", need}}}});
    return result;
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

void read_class(TextCheck& check, const TextKey& key, JsonReader& reader) {
    check.group = reader.string("class");
    const std::string& item = check.spec->target;
    const auto found = key.key.reference.items.find(item);
    if (!key.question.find_item(item))
        reader.complain("error.check_target", "target", {{"target", literal_value(item)}});
    else if (found == key.key.reference.items.end() || !found->second.classes.contains(check.group))
        reader.complain("error.check_reference_class", "class", {{"class", literal_value(check.group)}});
    else check.option = found->second.classes.at(check.group);
}

TextCheck read_check(const CheckSpec& spec, const TextKey& key, Problems& problems) {
    TextCheck check{.spec = &spec, .group = {}, .option = {}, .overlap = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    if (spec.check == "span") (void)target_object(spec, key.key, problems);
    if (spec.check == "no_extra") refuse_target(spec, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check == "class") read_class(check, key, reader);
        if (spec.check != "span") return;
        const bool banded = !spec.bands.empty();
        const auto limit = banded ? std::optional(1.0) : reader.optional_number("overlap_min", 0.01, 1);
        if (limit) check.overlap = limit_spec(spec, overlap_measure, *limit, problems);
    });
    return check;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles*) {
    Problems problems;
    auto key = std::make_shared<TextKey>(TextKey{question, source, 1, {}});
    read_settings(key->key.matching, source.where + ":/matching", problems, [](JsonReader&) {});
    for (const auto& [id, object] : key->key.reference.objects) {
        if (!std::holds_alternative<Span>(object.shape))
            problems.add("error.reference_shape", source.where + ":/reference/objects/" + id);
    }
    for (const CheckSpec& spec : key->key.checks) {
        key->checks.push_back(read_check(spec, *key, problems));
        if (const auto& overlap = key->checks.back().overlap)
            key->overlap_min = std::min(key->overlap_min, overlap->loosest());
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([key = std::shared_ptr<const TextKey>(std::move(key))](const Answer& answer) -> Result<Judgement> {
        const ObjectMatching matching = match(*key, answer);
        const auto extras = matching.extras();
        Judgement judgement;
        for (const TextCheck& check : key->checks) {
            const std::string& name = check.spec->check;
            judgement.checks.push_back(name == "class"      ? judge_class(*key, check, answer)
                                       : name == "span"     ? judge_span(*key, check, matching)
                                       : name == "no_extra" ? judge_no_extra(key->question, answer, matching, extras)
                                                            : judge_saved(key->question, key->key.reference, answer));
        }
        judgement.extra = static_cast<int>(extras.size());
        judgement.objects = matching.objects;
        judgement.references = static_cast<int>(key->key.reference.objects.size());
        judgement.verdicts = matching.verdicts;
        return judgement;
    });
}

} // namespace

extern const Grader text_labels_grader{
    .id = "text_labels", .answer_kind = "text_labels", .checks = check_names, .compile = compile};

} // namespace biaokao
