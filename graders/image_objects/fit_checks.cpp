// found and tight: how well what was drawn covers its object.
#include <algorithm>
#include <cmath>

#include "engine/media/image_header.h"
#include "graders/image_objects/check_kinds.h"

namespace biaokao::image_objects {
namespace {

constexpr Measure edge_measure{.better = Better::smaller, .decimals = 1, .unit = " px"};

// The longer side of the picture that the target stands in, from the header of its file.
double longer_side(const CheckReading& reading, const std::string& where) {
    Problems& problems = reading.reader.problems();
    const ItemSpec* item = reading.key.question.find_item(reading.target->item);
    if (!reading.files || !item) {
        problems.add("error.check_needs_picture", where);
        return 0;
    }
    const auto bytes = reading.files->read(item->file);
    const auto header = bytes ? probe_image(*bytes, item->file) : tl::unexpected(bytes.error());
    if (header) return std::max(header->width(), header->height());
    problems.add(header.error());
    return 0;
}

void read_fit_limit(CheckReading& reading, bool required) {
    if (!reading.target) { // which limit it needs cannot be told; the target has its problem
        for (const std::string_view name : {"iou_min", "chamfer_px_max", "oks_min"}) (void)reading.reader.raw(name);
        return;
    }
    const Family family = family_of(reading.target->shape).value();
    const bool line = family == Family::line;
    const double usual = match_limit(reading.key.limits, family);
    reading.read_limit(fit_measure(family), fit_setting(family), 0.01, line ? 10'000 : 1,
                       required ? std::nullopt : std::optional(usual));
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

Message fit_nominal(const ShapeCase& c, const std::string& need) {
    const std::string_view name = c.family() == Family::line     ? "nominal.chamfer"
                                  : c.family() == Family::points ? "nominal.oks"
                                                                 : "nominal.iou";
    return {std::string(name), {{"need", need}}};
}

// A polygon whose area nobody can tell earns nothing for it. True when that was said.
bool refuse_fault(const ShapeCase& c, CheckResult& result) {
    const PolygonFault fault = MeasuredShape(*c.partner->object).fault;
    if (fault == PolygonFault::none) return false;
    const bool crosses = fault == PolygonFault::self_crossing;
    result.outcome = CheckResult::Outcome::missed;
    result.measured = {crosses ? "measured.self_crossing" : "measured.too_complex", {}};
    result.evidence.push_back(c.evidence(crosses ? "evidence.area.crosses" : "evidence.area.too_complex"));
    return true;
}

CheckResult judge_fit(const ShapeCase& c) {
    CheckResult result;
    const LimitSpec& limit = c.check.limit;
    const std::string need = limit.shown_need();
    result.nominal = fit_nominal(c, need);
    if (c.partner && refuse_fault(c, result)) return result;
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const double fit = fit_value(*c.reference, *c.hit(), c.partner->similarity);
    limit.apply(fit, result);
    const std::string value = limit.shown(fit);
    result.measured = {"measured.value", {{"value", value}}};
    const std::string_view about = c.family() == Family::line     ? "chamfer"
                                   : c.family() == Family::points ? "oks"
                                                                  : "iou";
    result.evidence.push_back(
        with_value(c.evidence(c.sentence(about), {{"value", value}, {"need", need}}), value, need));
    c.explain_swaps(*c.hit(), result);
    return result;
}

CheckResult judge_tight_box(const ShapeCase& c) {
    CheckResult result;
    const std::string need = c.check.limit.shown_need();
    const bool by_edge = c.check.edge_limit_px.has_value();
    const std::string edge_need = by_edge ? shown_limit(*c.check.edge_limit_px, edge_measure) : "";
    result.nominal = {by_edge ? "nominal.tight" : "nominal.iou", {{"need", need}, {"edge", edge_need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const double iou = c.partner->similarity;
    const auto offsets = edge_offsets(std::get<Box>(c.reference->shape), std::get<Box>(c.hit()->shape));
    double largest = 0;
    for (const double offset : offsets) largest = std::max(largest, std::abs(offset));
    c.check.limit.apply(iou, result);
    if (by_edge && meets(largest, *c.check.edge_limit_px, edge_measure)) result.outcome = CheckResult::Outcome::earned;

    const std::string value = c.check.limit.shown(iou);
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
    result.evidence.push_back(with_value(std::move(evidence), value, need));
    return result;
}

} // namespace

void read_found(CheckReading& reading) { read_fit_limit(reading, false); }

void read_tight(CheckReading& reading) {
    read_fit_limit(reading, true);
    if (reading.target && family_of(reading.target->shape) != Family::box) return;
    JsonReader& reader = reading.reader;
    const auto px = reader.optional_number("edge_px_max", 0, 1000);
    const auto share = reader.optional_number("edge_share_max", 0, 1);
    if (px || share) reading.check.edge_limit_px = px.value_or(0);
    if (share && *share > 0 && reading.target)
        reading.check.edge_limit_px =
            std::max(px.value_or(0), *share * longer_side(reading, reader.where("edge_share_max")));
}

CheckResult judge_found(const ShapeCase& c) { return judge_fit(c); }

CheckResult judge_tight(const ShapeCase& c) { return c.family() == Family::box ? judge_tight_box(c) : judge_fit(c); }

} // namespace biaokao::image_objects
