// Boxes with label and attributes over several pictures.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/media/image_header.h"
#include "graders/graders.h"
#include "graders/measures/box_match.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/limit_check.h"
#include "graders/support/object_matching.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 5> check_names{"found", "tight", "label", "no_extra", "saved"};
constexpr Measure iou_measure{.better = Better::larger, .decimals = 2};
constexpr Measure edge_measure{.better = Better::smaller, .decimals = 1, .unit = " px"};
constexpr double near_min = 0.1;   // below, a box has nothing to do with the object
constexpr double ignore_min = 0.5; // share of a box inside an ignore region that excuses it

struct BoxCheck {
    const CheckSpec* spec = nullptr;
    LimitSpec iou;                       // found, tight
    std::optional<double> edge_limit_px; // tight: allowed for every edge instead of the IoU
    std::vector<std::string> attributes; // label
};

struct BoxKey {
    Question question;
    QuestionKey key;
    PassLimits limits;
    std::vector<BoxCheck> checks; // point into `key`
};

// Judging one check needs the target's reference object and whatever was paired with it.
struct Case {
    const BoxKey& key;
    const BoxCheck& check;
    const Object& reference;
    const Partner* partner;

    [[nodiscard]] const Box& reference_box() const { return std::get<Box>(reference.shape); }
    [[nodiscard]] Evidence evidence(std::string_view sentence,
                                    std::vector<std::pair<std::string, std::string>> args = {}) const {
        args.emplace_back("item", item_title(key.question, reference.item));
        args.emplace_back("label", label_title(key.question, reference.label));
        return {.kind = check.spec->check,
                .object = partner ? partner->id : "",
                .reference = check.spec->target,
                .text = {std::string(sentence), std::move(args)}};
    }
};

ObjectMatching match(const BoxKey& key, const Answer& answer) {
    ObjectMatching matching;
    for (const ItemSpec& item : key.question.items) {
        const std::vector<Entry> references = entries_by_id<Box>(key.key.reference.objects, item.id);
        std::vector<Entry> candidates = entries_by_id<Box>(answer.objects, item.id);
        sort_in_tie_order(candidates);
        const auto boxes_of = [](const std::vector<Entry>& entries) {
            std::vector<LabelledBox> boxes;
            boxes.reserve(entries.size());
            for (const Entry& e : entries) boxes.push_back({std::get<Box>(e.object->shape), e.object->label});
            return boxes;
        };
        const auto drawn = boxes_of(candidates);
        const Matching found = match_boxes(boxes_of(references), drawn, key.limits);
        matching.add_pairs(item.id, references, candidates, found.matched, Verdict::matched);
        matching.add_pairs(item.id, references, candidates, found.wrong_label, Verdict::wrong_label);
        matching.add_pairs(item.id, references, candidates, found.near_miss, Verdict::near_miss);
        matching.add_missing(item.id, references, found.missing_references);
        std::vector<Box> regions;
        for (const IgnoreRegion& region : key.key.ignore) {
            if (region.item == item.id) regions.push_back(region.box);
        }
        const auto is_ignored = [&](int index) {
            return lies_in_a_region(drawn[static_cast<std::size_t>(index)].box, regions, ignore_min);
        };
        for (const Pair& pair : found.near_miss) {
            if (is_ignored(pair.candidate))
                matching.excused.push_back(*candidates[static_cast<std::size_t>(pair.candidate)].id);
        }
        for (const int index : found.unmatched)
            matching.add_left(item.id, *candidates[static_cast<std::size_t>(index)].id,
                              is_ignored(index) ? Verdict::ignored : Verdict::extra);
    }
    add_misplaced<Box>(key.question, answer, matching);
    return matching;
}

// Nothing, or nothing near enough, was drawn for the target: the same words for every check about it.
void explain_absence(const Case& c, std::string_view need, CheckResult& result) {
    if (!c.partner) {
        result.measured = {"measured.not_drawn", {}};
        result.evidence.push_back(c.evidence("evidence.box.missing"));
        return;
    }
    const double limit = c.key.limits.match_min;
    const std::string value = shown_value(c.partner->similarity, limit, iou_measure);
    result.measured = {"measured.near_iou", {{"value", value}}};
    Evidence evidence = c.evidence("evidence.box.near", {{"value", value}, {"need", shown_limit(limit, iou_measure)}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
}

CheckResult judge_found(const Case& c) {
    CheckResult result;
    const std::string need = c.check.iou.shown_need();
    result.nominal = {"nominal.iou", {{"need", need}}};
    if (!c.partner || c.partner->verdict == Verdict::near_miss) {
        explain_absence(c, need, result);
        return result;
    }
    const double iou = c.partner->similarity;
    c.check.iou.apply(iou, result);
    const std::string value = c.check.iou.shown(iou);
    result.measured = {"measured.value", {{"value", value}}};
    Evidence evidence = c.evidence("evidence.box.iou", {{"value", value}, {"need", need}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

// Left, top, right, bottom: how far the drawn edge lies outside (+) or inside (−) the reference.
std::array<double, 4> edge_offsets(const Box& reference, const Box& drawn) {
    return {reference.x - drawn.x, reference.y - drawn.y, drawn.right() - reference.right(),
            drawn.bottom() - reference.bottom()};
}

std::string signed_px(double offset) {
    const std::string size = shown_number(std::abs(offset), {.better = Better::smaller, .decimals = 1});
    return (offset < -0.05 ? "−" : "+") + size;
}

CheckResult judge_tight(const Case& c) {
    CheckResult result;
    const std::string need = c.check.iou.shown_need();
    const bool by_edge = c.check.edge_limit_px.has_value();
    const std::string edge_need = by_edge ? shown_limit(*c.check.edge_limit_px, edge_measure) : "";
    result.nominal = {by_edge ? "nominal.tight" : "nominal.iou", {{"need", need}, {"edge", edge_need}}};
    if (!c.partner || c.partner->verdict == Verdict::near_miss) {
        explain_absence(c, need, result);
        return result;
    }
    const double iou = c.partner->similarity;
    const auto offsets = edge_offsets(c.reference_box(), std::get<Box>(c.partner->object->shape));
    double largest = 0;
    for (const double offset : offsets) largest = std::max(largest, std::abs(offset));
    c.check.iou.apply(iou, result);
    if (by_edge && meets(largest, *c.check.edge_limit_px, edge_measure)) result.outcome = CheckResult::Outcome::earned;

    const std::string value = c.check.iou.shown(iou);
    const std::string edge = by_edge ? shown_value(largest, *c.check.edge_limit_px, edge_measure) : "";
    result.measured = {by_edge ? "measured.tight" : "measured.value", {{"value", value}, {"edge", edge}}};
    Evidence evidence =
        c.evidence(by_edge ? "evidence.box.tight" : "evidence.box.iou_edges", {{"value", value},
                                                                               {"need", need},
                                                                               {"edge", edge},
                                                                               {"edge_need", edge_need},
                                                                               {"left", signed_px(offsets[0])},
                                                                               {"top", signed_px(offsets[1])},
                                                                               {"right", signed_px(offsets[2])},
                                                                               {"bottom", signed_px(offsets[3])}});
    evidence.value = value;
    evidence.need = need;
    result.evidence.push_back(std::move(evidence));
    return result;
}

CheckResult judge_label(const Case& c) {
    CheckResult result;
    const Question& question = c.key.question;
    result.nominal = {"nominal.name", {{"name", label_title(question, c.reference.label)}}};
    if (!c.check.attributes.empty()) {
        const std::string& first = c.check.attributes.front();
        const AttributeValue* wanted = find_attribute(c.reference, first);
        result.nominal = {"nominal.label_attribute",
                          {{"name", label_title(question, c.reference.label)},
                           {"value", attribute_value_title(question, first, wanted)}}};
    }
    if (!c.partner || c.partner->verdict == Verdict::near_miss) {
        explain_absence(c, shown_limit(c.key.limits.match_min, iou_measure), result);
        return result;
    }
    const Object& drawn = *c.partner->object;
    const bool label_right = drawn.label == c.reference.label;
    bool right = label_right;
    result.measured = {"nominal.name", {{"name", label_title(question, drawn.label)}}};
    result.evidence.push_back(c.evidence(label_right ? "evidence.label_right" : "evidence.label_wrong",
                                         {{"drawn", label_title(question, drawn.label)}}));
    for (const std::string& attribute : c.check.attributes) {
        const AttributeValue* wanted = find_attribute(c.reference, attribute);
        const AttributeValue* given = find_attribute(drawn, attribute);
        const bool same = given && *given == *wanted;
        right = right && same;
        const std::string shown = attribute_value_title(question, attribute, given);
        result.evidence.push_back(c.evidence(same ? "evidence.attribute_right" : "evidence.attribute_wrong",
                                             {{"attribute", attribute_title(question, attribute)},
                                              {"value", shown},
                                              {"need", attribute_value_title(question, attribute, wanted)}}));
        if (attribute == c.check.attributes.front())
            result.measured = {"nominal.label_attribute",
                               {{"name", label_title(question, drawn.label)}, {"value", shown}}};
    }
    result.outcome = right ? CheckResult::Outcome::earned : CheckResult::Outcome::missed;
    return result;
}

CheckResult judge_check(const BoxKey& key, const BoxCheck& check, const Answer& answer,
                        const ObjectMatching& matching) {
    const std::string& name = check.spec->check;
    if (name == "no_extra") return judge_no_extra(key.question, answer, matching, matching.extras());
    if (name == "saved") return judge_saved(key.question, key.key.reference, answer);
    const Case c{key, check, key.key.reference.objects.at(check.spec->target), matching.find(check.spec->target)};
    if (name == "found") return judge_found(c);
    if (name == "tight") return judge_tight(c);
    BIAOKAO_ASSERT(name == "label");
    return judge_label(c);
}

// The longer side of the picture that `item` shows, from the header of its file.
double longer_side(const Question& question, const std::string& item, const PackFiles* files, const std::string& where,
                   Problems& problems) {
    const ItemSpec* spec = question.find_item(item);
    if (!files || !spec) {
        problems.add("error.check_needs_picture", where);
        return 0;
    }
    const auto bytes = files->read(spec->file);
    const auto header = bytes ? probe_image(*bytes, spec->file) : tl::unexpected(bytes.error());
    if (header) return std::max(header->width(), header->height());
    problems.add(header.error());
    return 0;
}

BoxCheck read_check(const CheckSpec& spec, const BoxKey& key, const PackFiles* files, Problems& problems) {
    BoxCheck check{
        .spec = &spec, .iou = {iou_measure, key.limits.match_min, {}}, .edge_limit_px = {}, .attributes = {}};
    if (!check_name_known(spec, check_names, problems)) return check;
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    const bool whole = spec.check == "no_extra";
    if (whole) refuse_target(spec, problems);
    const Object* target = whole ? nullptr : target_object(spec, key.key, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        if (spec.check == "found" || spec.check == "tight") {
            double limit = key.limits.match_min;
            if (spec.bands.empty() && spec.check == "tight") limit = reader.number("iou_min", 0.01, 1);
            if (spec.bands.empty() && spec.check == "found")
                limit = reader.optional_number("iou_min", 0.01, 1).value_or(limit);
            check.iou = limit_spec(spec, iou_measure, limit, problems);
        }
        if (spec.check == "tight") {
            const auto px = reader.optional_number("edge_px_max", 0, 1000);
            const auto share = reader.optional_number("edge_share_max", 0, 1);
            if (px || share) check.edge_limit_px = px.value_or(0);
            if (share && *share > 0 && target)
                check.edge_limit_px =
                    std::max(px.value_or(0), *share * longer_side(key.question, target->item, files,
                                                                  reader.where("edge_share_max"), problems));
        }
        if (spec.check == "label") {
            check.attributes = reader.strings("attributes");
            for (const std::string& attribute : check.attributes) {
                if (target && !find_attribute(*target, attribute))
                    reader.complain("error.check_reference_attribute", "attributes", {{"attribute", attribute}});
            }
        }
    });
    return check;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles* files) {
    Problems problems;
    auto key = std::make_shared<BoxKey>(BoxKey{question, source, {.near_min = near_min}, {}});
    read_settings(key->key.matching, source.where + ":/matching", problems, [&](JsonReader& reader) {
        key->limits.match_min = reader.optional_number("iou_min", near_min, 1).value_or(key->limits.match_min);
    });
    for (const auto& [id, object] : key->key.reference.objects) {
        const Box* box = std::get_if<Box>(&object.shape);
        if (!box || !(box->area() > 0))
            problems.add("error.reference_shape", source.where + ":/reference/objects/" + id);
    }
    for (const CheckSpec& spec : key->key.checks) key->checks.push_back(read_check(spec, *key, files, problems));
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([key = std::shared_ptr<const BoxKey>(std::move(key))](const Answer& answer,
                                                                       const ProcessLog*) -> Result<Judgement> {
        const ObjectMatching matching = match(*key, answer);
        Judgement judgement;
        for (const BoxCheck& check : key->checks)
            judgement.checks.push_back(judge_check(*key, check, answer, matching));
        judgement.tally.extra = static_cast<int>(matching.extras().size());
        judgement.tally.objects = matching.objects;
        judgement.tally.references = static_cast<int>(key->key.reference.objects.size());
        judgement.verdicts = matching.verdicts;
        return judgement;
    });
}

} // namespace

extern const Grader image_objects_grader{
    .id = "image_objects", .answer_kind = "image_objects", .checks = check_names, .compile = compile};

} // namespace biaokao
