// Segments of a recording with label, transcript and attributes, and the form of the recording itself.
#include <array>
#include <cmath>

#include "engine/text/normalise.h"
#include "graders/graders.h"
#include "graders/measures/segment_match.h"
#include "graders/measures/text_error.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/field_checks.h"
#include "graders/support/limit_check.h"
#include "graders/support/object_matching.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 10> check_names{"bounds",   "found",  "transcript", "attribute", "fillers",
                                                       "no_extra", "number", "field",      "fields",    "saved"};
constexpr Measure tiou_measure{.better = Better::larger, .decimals = 2};
constexpr Measure time_measure{.better = Better::smaller, .decimals = 0, .unit = " ms"};
constexpr Measure error_measure{.better = Better::smaller, .decimals = 1, .scale = 100, .unit = " %"};

struct SegmentCheck {
    const CheckSpec* spec = nullptr;
    LimitSpec limit;                           // bounds: ms; transcript: CER
    std::u32string comparable;                 // transcript: the reference, made comparable
    std::string attribute;                     // attribute
    std::vector<std::string> targets, fillers; // fillers
    FieldCheck field;                          // number, field, fields: of an item
};

struct SegmentKey {
    Question question;
    QuestionKey key;
    PassLimits limits;
    std::vector<SegmentCheck> checks;
};

TimeSpan time_of(const Object& object) {
    const Segment& segment = std::get<Segment>(object.shape);
    return {whole_ms_from_seconds(segment.start_s), whole_ms_from_seconds(segment.end_s)};
}

ObjectMatching match(const SegmentKey& key, const Answer& answer) {
    ObjectMatching matching;
    for (const ItemSpec& item : key.question.items) {
        const std::vector<Entry> references = entries_by_id<Segment>(key.key.reference.objects, item.id);
        std::vector<Entry> candidates = entries_by_id<Segment>(answer.objects, item.id);
        sort_in_tie_order(candidates);
        const auto segments_of = [](const std::vector<Entry>& entries) {
            std::vector<LabelledSegment> segments;
            segments.reserve(entries.size());
            for (const Entry& e : entries) segments.push_back({time_of(*e.object), e.object->label});
            return segments;
        };
        const Matching found = match_segments(segments_of(references), segments_of(candidates), key.limits);
        matching.add_pairs(item.id, references, candidates, found.matched, Verdict::matched);
        matching.add_pairs(item.id, references, candidates, found.wrong_label, Verdict::wrong_label);
        matching.add_pairs(item.id, references, candidates, found.near_miss, Verdict::near_miss);
        matching.add_missing(item.id, references, found.missing_references);
        for (const int index : found.unmatched)
            matching.add_left(item.id, *candidates[static_cast<std::size_t>(index)].id, Verdict::extra);
    }
    add_misplaced<Segment>(key.question, answer, matching);
    return matching;
}

std::string seconds_text(std::int64_t ms) {
    return shown_number(static_cast<double>(ms) / 1000, {.better = Better::larger, .decimals = 2});
}

std::string range_text(TimeSpan time) { return seconds_text(time.start_ms) + "–" + seconds_text(time.end_ms) + " s"; }

struct Case {
    const SegmentKey& key;
    const SegmentCheck& check;
    const Object& reference;
    const Partner* partner; // whatever was paired with it
    // The segment that counts: same label and enough overlap.
    [[nodiscard]] const Partner* hit() const {
        return partner && partner->verdict == Verdict::matched ? partner : nullptr;
    }
    [[nodiscard]] Evidence evidence(std::string_view sentence,
                                    std::vector<std::pair<std::string, std::string>> args = {}) const {
        args.emplace_back("range", range_text(time_of(reference)));
        args.emplace_back("label", label_title(key.question, reference.label));
        return {.kind = check.spec->check,
                .object = partner ? partner->id : "",
                .reference = check.spec->target,
                .text = {std::string(sentence), std::move(args)}};
    }
};

// No segment counts for the target: none, one with another label, or one that overlaps too little.
CheckResult judge_without_hit(const Case& c, Message nominal) {
    CheckResult result;
    result.nominal = std::move(nominal);
    if (!c.partner) {
        result.measured = {"measured.not_marked", {}};
        result.evidence.push_back(c.evidence("evidence.segment.missing"));
        return result;
    }
    const Object& drawn = *c.partner->object;
    const double limit = c.key.limits.match_min;
    const std::string value = shown_value(c.partner->similarity, limit, tiou_measure);
    const std::string need = shown_limit(limit, tiou_measure);
    const bool wrong_label = c.partner->verdict == Verdict::wrong_label;
    const std::string drawn_label = label_title(c.key.question, drawn.label);
    result.measured = wrong_label ? Message{"nominal.name", {{"name", drawn_label}}}
                                  : Message{"measured.near_tiou", {{"value", value}}};
    Evidence evidence = c.evidence(
        wrong_label ? "evidence.segment.wrong_label" : "evidence.segment.near",
        {{"drawn", drawn_label}, {"drawn_range", range_text(time_of(drawn))}, {"value", value}, {"need", need}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

std::string signed_ms(std::int64_t ms) { return (ms < 0 ? "−" : "+") + std::to_string(std::abs(ms)) + " ms"; }

CheckResult judge_bounds(const Case& c) {
    const std::string need = c.check.limit.shown_need();
    const Message nominal{"nominal.bounds", {{"need", need}}};
    if (!c.hit()) return judge_without_hit(c, nominal);
    const TimeSpan wanted = time_of(c.reference), drawn = time_of(*c.hit()->object);
    const double error = static_cast<double>(larger_end_error_ms(wanted, drawn));
    const std::string value = c.check.limit.shown(error);
    CheckResult result;
    result.nominal = nominal;
    result.measured = {"measured.value", {{"value", value}}};
    c.check.limit.apply(error, result);
    Evidence evidence = c.evidence("evidence.segment.bounds", {{"start", signed_ms(drawn.start_ms - wanted.start_ms)},
                                                               {"end", signed_ms(drawn.end_ms - wanted.end_ms)},
                                                               {"need", need}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

CheckResult judge_found(const Case& c) {
    const std::string need = shown_limit(c.key.limits.match_min, tiou_measure);
    const Message nominal{"nominal.segment_found",
                          {{"label", label_title(c.key.question, c.reference.label)}, {"need", need}}};
    if (!c.hit()) return judge_without_hit(c, nominal);
    const std::string value = shown_value(c.hit()->similarity, c.key.limits.match_min, tiou_measure);
    CheckResult result;
    result.outcome = CheckResult::Outcome::earned;
    result.nominal = nominal;
    result.measured = {"measured.tiou", {{"value", value}}};
    Evidence evidence = c.evidence("evidence.segment.found", {{"value", value}, {"need", need}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

CheckResult judge_transcript(const Case& c) {
    const std::string need = c.check.limit.shown_need();
    const Message nominal{"nominal.cer", {{"need", need}}};
    if (!c.hit()) return judge_without_hit(c, nominal);
    const std::string& text = c.hit()->object->text;
    const TextError error = character_error(c.check.comparable, comparable_from_utf8(text));
    const double rate = *error.rate(); // the reference has text: compile() made sure
    const std::string value = c.check.limit.shown(rate);
    CheckResult result;
    result.nominal = nominal;
    result.measured = {"measured.value", {{"value", value}}};
    c.check.limit.apply(rate, result);
    Evidence evidence = c.evidence(text.empty() ? "evidence.transcript_empty" : "evidence.transcript",
                                   {{"errors", std::to_string(error.distance)},
                                    {"length", std::to_string(error.reference_length)},
                                    {"value", value},
                                    {"need", need},
                                    {"written", literal_value(text)},
                                    {"wanted", literal_value(c.reference.text)}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

CheckResult judge_attribute(const Case& c) {
    const Question& question = c.key.question;
    const std::string& attribute = c.check.attribute;
    const AttributeValue* wanted = find_attribute(c.reference, attribute);
    const std::string need = attribute_value_title(question, attribute, wanted);
    const Message nominal{"nominal.name", {{"name", need}}};
    if (!c.hit()) return judge_without_hit(c, nominal);
    const AttributeValue* given = find_attribute(*c.hit()->object, attribute);
    const bool same = given && *given == *wanted;
    const std::string value = attribute_value_title(question, attribute, given);
    CheckResult result;
    result.outcome = same ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = nominal;
    result.measured = {"nominal.name", {{"name", value}}};
    result.evidence.push_back(
        c.evidence(same ? "evidence.segment.attribute_right" : "evidence.segment.attribute_wrong",
                   {{"attribute", attribute_title(question, attribute)}, {"value", value}, {"need", need}}));
    return result;
}

std::size_t count_in(std::u32string_view text, std::u32string_view word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::u32string_view::npos; at = text.find(word, at + word.size())) ++count;
    return count;
}

CheckResult judge_fillers(const SegmentKey& key, const SegmentCheck& check, const ObjectMatching& matching) {
    std::vector<std::pair<std::u32string, std::u32string>> texts; // wanted, written
    for (const std::string& target : check.targets) {
        const Partner* partner = matching.find(target);
        const bool hit = partner && partner->verdict == Verdict::matched;
        texts.emplace_back(comparable_from_utf8(key.key.reference.objects.at(target).text),
                           hit ? comparable_from_utf8(partner->object->text) : std::u32string());
    }
    CheckResult result;
    bool all_right = true;
    std::string nominal, measured;
    for (const std::string& filler : check.fillers) {
        const std::u32string word = comparable_from_utf8(filler);
        std::size_t wanted = 0, written = 0;
        for (const auto& [reference, own] : texts) {
            wanted += count_in(reference, word);
            written += count_in(own, word);
        }
        const bool right = wanted == written;
        all_right = all_right && right;
        const std::string need = std::to_string(wanted), value = std::to_string(written);
        nominal.append(nominal.empty() ? "" : "  ").append(filler).append(" × ").append(need);
        measured.append(measured.empty() ? "" : "  ").append(filler).append(" × ").append(value);
        result.evidence.push_back({.kind = "fillers",
                                   .value = value,
                                   .need = need,
                                   .text = {right ? "evidence.filler_right" : "evidence.filler_wrong",
                                            {{"filler", literal_value(filler)}, {"value", value}, {"need", need}}}});
    }
    result.outcome = all_right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    result.nominal = {"measured.value", {{"value", literal_value(nominal)}}};
    result.measured = {"measured.value", {{"value", literal_value(measured)}}};
    return result;
}

// A segment that swallows more than its own: besides its partner it holds more than half of a reference segment for
// which the candidate drew nothing.
std::vector<ObjectVerdict> merged_segments(const SegmentKey& key, const Answer& answer,
                                           const ObjectMatching& matching) {
    std::vector<ObjectVerdict> merged;
    for (const ObjectVerdict& pair : matching.verdicts) {
        if (pair.verdict != Verdict::matched && pair.verdict != Verdict::wrong_label) continue;
        const TimeSpan drawn = time_of(answer.objects.find(pair.object)->second);
        for (const ObjectVerdict& other : matching.verdicts) {
            if (other.verdict != Verdict::missing || other.item != pair.item) continue;
            const TimeSpan lost = time_of(key.key.reference.objects.at(other.reference));
            if (2 * common_ms(drawn, lost) > lost.end_ms - lost.start_ms)
                merged.push_back({pair.item, pair.object, other.reference, Verdict::extra});
        }
    }
    return merged;
}

CheckResult judge_no_extra_segment(const SegmentKey& key, const Answer& answer, const ObjectMatching& matching) {
    CheckResult result = judge_no_extra(key.question, answer, matching, matching.extras());
    for (const ObjectVerdict& merged : merged_segments(key, answer, matching)) {
        if (result.outcome == CheckResult::Outcome::earned) result.evidence.clear(); // it says that all is well
        result.outcome = CheckResult::Outcome::missed;
        result.measured = {"measured.merged", {}};
        const TimeSpan lost = time_of(key.key.reference.objects.at(merged.reference));
        result.evidence.push_back({.kind = "no_extra",
                                   .object = merged.object,
                                   .reference = merged.reference,
                                   .text = {"evidence.segment.merged", {{"range", range_text(lost)}}}});
    }
    return result;
}

CheckResult judge_check(const SegmentKey& key, const SegmentCheck& check, const Answer& answer,
                        const ObjectMatching& matching) {
    const std::string& name = check.spec->check;
    if (name == "no_extra") return judge_no_extra_segment(key, answer, matching);
    if (name == "saved") return judge_saved(key.question, key.key.reference, answer);
    if (name == "fillers") return judge_fillers(key, check, matching);
    if (is_field_check(name)) return judge_fields(key.question, *check.spec, check.field, answer);
    const Case c{key, check, key.key.reference.objects.at(check.spec->target), matching.find(check.spec->target)};
    if (name == "bounds") return judge_bounds(c);
    if (name == "found") return judge_found(c);
    if (name == "transcript") return judge_transcript(c);
    BIAOKAO_ASSERT(name == "attribute");
    return judge_attribute(c);
}

void read_fillers(SegmentCheck& check, const SegmentKey& key, JsonReader& reader) {
    check.targets = reader.strings("targets", true);
    check.fillers = reader.strings("fillers", true);
    std::u32string all;
    for (const std::string& target : check.targets) {
        const auto found = key.key.reference.objects.find(target);
        if (found == key.key.reference.objects.end())
            reader.complain("error.check_target", "targets", {{"target", literal_value(target)}});
        else all += comparable_from_utf8(found->second.text) + U'\n';
    }
    for (const std::string& filler : check.fillers) {
        // A filler that the reference never has would be earned by writing nothing.
        const std::u32string word = comparable_from_utf8(filler);
        if (word.empty() || count_in(all, word) == 0)
            reader.complain("error.check_filler_absent", "fillers", {{"filler", literal_value(filler)}});
    }
}

SegmentCheck read_check(const CheckSpec& spec, const SegmentKey& key, Problems& problems) {
    SegmentCheck check{
        .spec = &spec, .limit = {}, .comparable = {}, .attribute = {}, .targets = {}, .fillers = {}, .field = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    if (is_field_check(spec.check)) {
        check.field = read_field_check(spec, key.question, key.key.reference, problems);
        return check;
    }
    const bool whole = spec.check == "no_extra" || spec.check == "fillers";
    if (whole) refuse_target(spec, problems);
    const Object* target = whole ? nullptr : target_object(spec, key.key, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check == "bounds") {
            const double limit = spec.bands.empty() ? reader.number("tolerance_ms", 0, 60'000) : 0;
            check.limit = limit_spec(spec, time_measure, limit, problems);
        } else if (spec.check == "transcript") {
            const double limit = spec.bands.empty() ? reader.number("cer_max", 0, 1) : 0;
            check.limit = limit_spec(spec, error_measure, limit, problems);
            if (target) check.comparable = comparable_from_utf8(target->text);
            if (target && check.comparable.empty()) reader.complain("error.check_reference_text", "target");
        } else if (spec.check == "attribute") {
            check.attribute = reader.string("attribute");
            if (target && !find_attribute(*target, check.attribute))
                reader.complain("error.check_reference_attribute", "attribute",
                                {{"attribute", literal_value(check.attribute)}});
        } else if (spec.check == "fillers") {
            read_fillers(check, key, reader);
        }
    });
    return check;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles*) {
    Problems problems;
    auto key = std::make_shared<SegmentKey>(SegmentKey{question, source, {}, {}});
    read_settings(key->key.matching, source.where + ":/matching", problems, [&](JsonReader& reader) {
        key->limits.match_min = reader.optional_number("tiou_min", near_overlap_min, 1).value_or(key->limits.match_min);
    });
    for (const auto& [id, object] : key->key.reference.objects) {
        const Segment* segment = std::get_if<Segment>(&object.shape);
        if (!segment || time_of(object).start_ms >= time_of(object).end_ms)
            problems.add("error.reference_shape", source.where + ":/reference/objects/" + id);
    }
    for (const CheckSpec& spec : key->key.checks) key->checks.push_back(read_check(spec, *key, problems));
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([key = std::shared_ptr<const SegmentKey>(std::move(key))](const Answer& answer,
                                                                           const ProcessLog*) -> Result<Judgement> {
        const ObjectMatching matching = match(*key, answer);
        Judgement judgement;
        for (const SegmentCheck& check : key->checks)
            judgement.checks.push_back(judge_check(*key, check, answer, matching));
        judgement.tally.extra = static_cast<int>(matching.extras().size());
        judgement.tally.objects = matching.objects;
        judgement.tally.references = static_cast<int>(key->key.reference.objects.size());
        judgement.verdicts = matching.verdicts;
        return judgement;
    });
}

} // namespace

extern const Grader audio_segments_grader{
    .id = "audio_segments", .answer_kind = "audio_segments", .checks = check_names, .compile = compile};

} // namespace biaokao
