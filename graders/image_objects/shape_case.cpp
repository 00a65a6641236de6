#include "graders/image_objects/shape_key.h"
#include "graders/support/titles.h"

namespace biaokao::image_objects {
namespace {

constexpr Measure iou_measure{.better = Better::larger, .decimals = 2};
constexpr Measure chamfer_measure{.better = Better::smaller, .decimals = 1, .unit = " px"};

std::string point_title(const LabelSpec& label, std::size_t point) {
    const Option& option = label.points[point];
    return option.title.empty() ? literal_value(option.id) : two_language_value(option.title.zh, option.title.en);
}

} // namespace

Measure fit_measure(Family family) { return family == Family::line ? chamfer_measure : iou_measure; }

std::string_view fit_setting(Family family) {
    if (family == Family::line) return "chamfer_px_max";
    return family == Family::points ? "oks_min" : "iou_min";
}

double match_limit(const MatchLimits& limits, Family family) {
    if (family == Family::line) return limits.chamfer_px_max;
    return family == Family::points ? limits.oks_min : limits.iou_min;
}

double fit_value(const Object& reference, const Object& drawn, double pair_similarity) {
    const auto *line = std::get_if<Polyline>(&reference.shape), *other = std::get_if<Polyline>(&drawn.shape);
    return line && other ? line_distance(*line, *other).chamfer : pair_similarity;
}

Evidence with_value(Evidence evidence, std::string value, std::string need) {
    evidence.value = std::move(value);
    evidence.need = std::move(need);
    return evidence;
}

const Object* ShapeCase::hit() const {
    return partner && partner->verdict != Verdict::near_miss ? partner->object : nullptr;
}

Evidence ShapeCase::evidence(std::string_view sentence_key,
                             std::vector<std::pair<std::string, std::string>> args) const {
    if (reference) {
        args.emplace_back("item", item_title(key.question, reference->item));
        args.emplace_back("label", label_title(key.question, reference->label));
    }
    return {.kind = check.spec->check,
            .object = partner ? partner->id : "",
            .reference = reference ? check.spec->target : "",
            .text = {std::string(sentence_key), std::move(args)}};
}

std::string ShapeCase::sentence(std::string_view about) const {
    static constexpr std::string_view names[] = {"box", "area", "line", "points"};
    return "evidence." + std::string(names[static_cast<std::size_t>(family())]) + "." + std::string(about);
}

void ShapeCase::explain_absence(CheckResult& result) const {
    if (!partner) {
        result.measured = {family() == Family::box ? "measured.not_drawn" : "measured.not_marked", {}};
        result.evidence.push_back(evidence(sentence("missing")));
        return;
    }
    const Measure measure = fit_measure(family());
    const double limit = match_limit(key.limits, family());
    const std::string value = shown_value(fit_value(*reference, *partner->object, partner->similarity), limit, measure);
    const std::string need = shown_limit(limit, measure);
    const std::string_view measured = family() == Family::line     ? "measured.near_chamfer"
                                      : family() == Family::points ? "measured.near_oks"
                                                                   : "measured.near_iou";
    result.measured = {std::string(measured), {{"value", value}}};
    result.evidence.push_back(with_value(evidence(sentence("near"), {{"value", value}, {"need", need}}), value, need));
    explain_swaps(*partner->object, result);
}

void ShapeCase::explain_swaps(const Object& drawn, CheckResult& result) const {
    const auto *wanted = std::get_if<Keypoints>(&reference->shape), *given = std::get_if<Keypoints>(&drawn.shape);
    const LabelSpec* label = key.question.labels.find_label(reference->label);
    if (!wanted || !given || !label) return;
    for (const auto& [left, right] : exchanged_points(*label, *wanted, *given, key.limits))
        result.evidence.push_back(evidence(
            "evidence.points.swapped", {{"first", point_title(*label, left)}, {"second", point_title(*label, right)}}));
}

} // namespace biaokao::image_objects
