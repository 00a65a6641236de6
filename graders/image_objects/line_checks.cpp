// ends and one_line: a lane is drawn to its ends, and in one piece.
#include "graders/image_objects/check_kinds.h"

namespace biaokao::image_objects {
namespace {

// Other lines of the picture that found no object of their own and run along the target.
std::vector<std::string> other_pieces(const ShapeCase& c) {
    std::vector<std::string> pieces;
    for (const ObjectVerdict& verdict : c.matching.verdicts) {
        const bool unmatched = verdict.verdict == Verdict::near_miss || verdict.verdict == Verdict::extra;
        if (!unmatched || verdict.item != c.reference->item) continue;
        const auto* line = std::get_if<Polyline>(&c.answer.objects.at(verdict.object).shape);
        if (!line) continue;
        const double away = line_distance(std::get<Polyline>(c.reference->shape), *line).candidate_mean;
        if (meets(away, c.check.limit.limit, distance_measure)) pieces.push_back(verdict.object);
    }
    return pieces;
}

} // namespace

void read_ends(CheckReading& reading) { reading.read_limit(distance_measure, "px_max", 0.01, 10'000, std::nullopt); }

CheckResult judge_ends(const ShapeCase& c) {
    CheckResult result;
    const std::string need = c.check.limit.shown_need();
    result.nominal = {"nominal.bounds", {{"need", need}}};
    if (!c.hit()) {
        c.explain_absence(result);
        return result;
    }
    const double away = line_distance(std::get<Polyline>(c.reference->shape), std::get<Polyline>(c.hit()->shape)).ends;
    c.check.limit.apply(away, result);
    const std::string value = c.check.limit.shown(away);
    result.measured = {"measured.value", {{"value", value}}};
    result.evidence.push_back(
        with_value(c.evidence("evidence.line.ends", {{"value", value}, {"need", need}}), value, need));
    return result;
}

void read_one_line(CheckReading& reading) {
    reading.check.limit = {distance_measure, reading.key.limits.chamfer_px_max, {}};
    if (const auto px = reading.reader.optional_number("chamfer_px_max", 0.01, 10'000)) reading.check.limit.limit = *px;
    if (!reading.spec.bands.empty())
        reading.reader.problems().add("error.check_no_bands", reading.spec.where + "/bands");
}

CheckResult judge_one_line(const ShapeCase& c) {
    CheckResult result;
    result.nominal = {"nominal.one_line", {}};
    const std::vector<std::string> pieces = other_pieces(c);
    const std::size_t count = pieces.size() + (c.hit() ? 1 : 0);
    const std::string value = std::to_string(count);
    if (count == 0) {
        c.explain_absence(result);
        return result;
    }
    result.measured = {"measured.pieces", {{"count", value}}};
    if (c.hit() && pieces.empty()) {
        result.outcome = CheckResult::Outcome::earned;
        result.evidence.push_back(with_value(c.evidence("evidence.line.one"), value, "1"));
    } else if (count == 1) {
        // One piece that runs along the object and is not the whole of it.
        c.explain_absence(result);
    } else {
        Evidence evidence = c.evidence("evidence.line.pieces", {{"count", value}});
        if (!c.hit()) evidence.object = pieces.front();
        result.evidence.push_back(with_value(std::move(evidence), value, "1"));
    }
    return result;
}

} // namespace biaokao::image_objects
