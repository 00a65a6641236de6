// Reading a key: limits of the matching, reference objects that can be measured, checks.
#include "engine/media/image_header.h"
#include "graders/image_objects/check_kinds.h"
#include "graders/support/check_settings.h"

namespace biaokao::image_objects {
namespace {

constexpr double near_min = 0.1; // a match may not be looser than a near miss
constexpr double largest_chamfer_px = 10'000;

MatchLimits read_limits(JsonReader& reader) {
    MatchLimits limits;
    limits.iou_min = reader.optional_number("iou_min", near_min, 1).value_or(limits.iou_min);
    limits.chamfer_px_max =
        reader.optional_number("chamfer_px_max", 0.01, largest_chamfer_px).value_or(limits.chamfer_px_max);
    return limits;
}

bool has_size(const MeasuredShape& shape) {
    const auto* line = std::get_if<Polyline>(&shape.object->shape);
    return line ? line_distance(*line, *line).reference_length > 0 : shape.bounds.area() > 0;
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
    if (!has_size(shape)) return problems.add("error.reference_shape", where);
    const auto* mask = std::get_if<MaskRuns>(&object.shape);
    const ItemSpec* item = key.question.find_item(object.item);
    if (mask && files && item && !fits_picture(*mask, *item, *files)) problems.add("error.reference_mask_size", where);
}

} // namespace

std::shared_ptr<const ShapeKey> read_shape_key(const Question& question, const QuestionKey& source,
                                               const PackFiles* files, Problems& problems) {
    auto key = std::make_shared<ShapeKey>(ShapeKey{question, source, {}, {}, {}});
    read_settings(key->key.matching, source.where + ":/matching", problems,
                  [&](JsonReader& reader) { key->limits = read_limits(reader); });
    for (const auto& [id, object] : key->key.reference.objects) {
        const auto measured = key->references.emplace(id, object).first;
        check_reference(measured->second, *key, files, source.where + ":/reference/objects/" + id, problems);
    }
    for (const CheckSpec& spec : key->key.checks) key->checks.push_back(read_check(spec, *key, files, problems));
    return key;
}

} // namespace biaokao::image_objects
