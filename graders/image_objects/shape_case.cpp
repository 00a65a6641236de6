#include "graders/image_objects/shape_key.h"
#include "graders/support/titles.h"

namespace biaokao::image_objects {
namespace {

constexpr Measure iou_measure{.better = Better::larger, .decimals = 2};
constexpr Measure chamfer_measure{.better = Better::smaller, .decimals = 1, .unit = " px"};

} // namespace

Measure fit_measure(Family family) { return family == Family::line ? chamfer_measure : iou_measure; }

std::string_view fit_setting(Family family) { return family == Family::line ? "chamfer_px_max" : "iou_min"; }

double match_limit(const MatchLimits& limits, Family family) {
    return family == Family::line ? limits.chamfer_px_max : limits.iou_min;
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
    static constexpr std::string_view names[] = {"box", "area", "line"};
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
    const std::string_view measured = family() == Family::line ? "measured.near_chamfer" : "measured.near_iou";
    result.measured = {std::string(measured), {{"value", value}}};
    result.evidence.push_back(with_value(evidence(sentence("near"), {{"value", value}, {"need", need}}), value, need));
}

} // namespace biaokao::image_objects
