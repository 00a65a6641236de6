// Reading a key: limits of the matching, reference objects that can be measured, checks.
#include <algorithm>

#include "engine/media/image_header.h"
#include "graders/image_objects/check_kinds.h"
#include "graders/measures/pass_match.h"
#include "graders/support/check_settings.h"

namespace biaokao::image_objects {
namespace {

constexpr double largest_chamfer_px = 10'000, largest_sigma = 10;

std::vector<double> read_sigmas(JsonReader& reader) {
    std::vector<double> sigmas;
    const Json* value = reader.raw("sigmas");
    if (!value) return sigmas;
    const auto* items = value->array();
    const auto sound = [](const Json& item) {
        return item.is_number() && item.number() > 0 && item.number() <= largest_sigma;
    };
    if (!items || items->empty() || !std::all_of(items->begin(), items->end(), sound)) {
        reader.complain("error.check_sigmas", "sigmas");
        return sigmas;
    }
    for (const Json& item : *items) sigmas.push_back(item.number());
    return sigmas;
}

bool is_a_point(const Question& question, std::string_view id) {
    const auto& labels = question.labels.objects;
    return std::any_of(labels.begin(), labels.end(),
                       [id](const LabelSpec& label) { return point_index(label, id).has_value(); });
}

std::vector<std::array<std::string, 2>> read_swap(JsonReader& reader, const Question& question) {
    std::vector<std::array<std::string, 2>> pairs;
    const Json* value = reader.raw("swap");
    if (!value) return pairs;
    const auto* items = value->array();
    for (std::size_t i = 0; items && i < items->size(); ++i) {
        const auto* pair = (*items)[i].array();
        const auto *left = pair && pair->size() == 2 ? (*pair)[0].string() : nullptr,
                   *right = pair && pair->size() == 2 ? (*pair)[1].string() : nullptr;
        const bool known =
            left && right && *left != *right && is_a_point(question, *left) && is_a_point(question, *right);
        if (known) pairs.push_back({*left, *right});
        else reader.problems().add("error.check_swap", reader.where("swap") + "/" + std::to_string(i));
    }
    if (!items) reader.complain("error.check_swap", "swap");
    return pairs;
}

MatchLimits read_limits(JsonReader& reader, const Question& question) {
    MatchLimits limits;
    limits.iou_min = reader.optional_number("iou_min", near_overlap_min, 1).value_or(limits.iou_min);
    limits.oks_min = reader.optional_number("oks_min", near_overlap_min, 1).value_or(limits.oks_min);
    limits.chamfer_px_max =
        reader.optional_number("chamfer_px_max", 0.01, largest_chamfer_px).value_or(limits.chamfer_px_max);
    limits.sigmas = read_sigmas(reader);
    limits.swap = read_swap(reader, question);
    return limits;
}

bool has_size(const MeasuredShape& shape) {
    if (const auto* line = std::get_if<Polyline>(&shape.object->shape))
        return line_distance(*line, *line).reference_length > 0;
    if (const auto* turned = std::get_if<RotatedBox>(&shape.object->shape)) return turned->width * turned->height > 0;
    if (const auto* round = std::get_if<Ellipse>(&shape.object->shape)) return round->radius_x * round->radius_y > 0;
    if (const auto* keypoints = std::get_if<Keypoints>(&shape.object->shape)) {
        const auto labelled = [](const Keypoint& point) { return point.visibility != Visibility::unlabelled; };
        if (std::none_of(keypoints->points.begin(), keypoints->points.end(), labelled)) return false;
    }
    return shape.bounds.area() > 0; // a polygon that does not cross itself has an area too
}

// A mask of another size than its picture could never be matched.
bool fits_picture(const MaskRuns& mask, const ItemSpec& item, const PackFiles& files) {
    const auto bytes = files.read(item.file);
    const auto header = bytes ? probe_image(*bytes, item.file) : tl::unexpected(bytes.error());
    return !header || (static_cast<std::int64_t>(mask.height) == header->height() &&
                       static_cast<std::int64_t>(mask.width) == header->width());
}

void check_reference(const MeasuredShape& shape, const ShapeKey& key, const PackFiles* files, const std::string& where,
                     Problems& problems) {
    const Object& object = *shape.object;
    if (!family_of(object.shape)) return problems.add("error.reference_shape", where);
    if (shape.fault == PolygonFault::self_crossing) return problems.add("error.reference_crosses", where);
    if (shape.fault == PolygonFault::too_complex || !has_size(shape))
        return problems.add("error.reference_shape", where);
    const auto* points = std::get_if<Keypoints>(&object.shape);
    if (points && !key.limits.sigmas.empty() && key.limits.sigmas.size() != points->points.size())
        problems.add("error.check_sigmas", key.key.where + ":/matching/sigmas");
    const auto* mask = std::get_if<MaskRuns>(&object.shape);
    const ItemSpec* item = key.question.find_item(object.item);
    if (mask && files && item && !fits_picture(*mask, *item, *files)) problems.add("error.reference_mask_size", where);
}

} // namespace

std::shared_ptr<const ShapeKey> read_shape_key(const Question& question, const QuestionKey& source,
                                               const PackFiles* files, Problems& problems) {
    auto key = std::make_shared<ShapeKey>(ShapeKey{question, source, {}, {}, {}});
    read_settings(key->key.matching, source.where + ":/matching", problems,
                  [&](JsonReader& reader) { key->limits = read_limits(reader, question); });
    for (const auto& [id, object] : key->key.reference.objects) {
        const auto measured = key->references.emplace(id, object).first;
        check_reference(measured->second, *key, files, source.where + ":/reference/objects/" + id, problems);
    }
    for (const CheckSpec& spec : key->key.checks) key->checks.push_back(read_check(spec, *key, files, problems));
    return key;
}

} // namespace biaokao::image_objects
