#include "tasks/types/image_objects/figure.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/answer/shape_bounds.h"
#include "engine/base/base64.h"
#include "engine/media/image.h"
#include "engine/media/image_header.h"
#include "tasks/types/image_objects/figure_ink.h"
#include "tasks/types/image_objects/picking.h"

namespace biaokao::image_objects {
namespace {

// Browsers do not agree on EXIF orientation inside SVG, so a turned picture is stored upright.
Result<std::string> picture_address(const std::string& bytes, const ImageHeader& header, const ItemSpec& item) {
    if (header.orientation != 1) {
        auto upright = decode_image(bytes, item.file).and_then(encode_png);
        if (!upright) return tl::unexpected(upright.error());
        return "data:image/png;base64," + base64_from_bytes(*upright);
    }
    const bool png = bytes.starts_with("\x89PNG"), bmp = bytes.starts_with("BM");
    return fmt::format("data:image/{};base64,{}", png ? "png" : bmp ? "bmp" : "jpeg", base64_from_bytes(bytes));
}

const Object* find(const Answer* answer, const std::string& id) {
    if (answer == nullptr || id.empty()) return nullptr;
    const auto object = answer->objects.find(id);
    return object == answer->objects.end() ? nullptr : &object->second;
}

std::string label_title(const FigureInput& input, const Object* object) {
    if (object == nullptr) return {};
    const LabelSpec* label = input.question.labels.find_label(object->label);
    return label ? label->title.in(input.language) : object->label;
}

// What stands beside a pair: sign, label (mine → reference where they differ), overlap of a near miss.
std::string words_of(const FigureInput& input, const ObjectVerdict& verdict, const Object* mine, const Object* theirs) {
    const std::string own = label_title(input, mine), wanted = label_title(input, theirs);
    std::string words = fmt::format("{} {}", ink_of(verdict.verdict).sign, mine ? own : wanted);
    if (mine && theirs && own != wanted) words += " → " + wanted;
    if (verdict.verdict == Verdict::near_miss && mine && theirs && box_of(*mine) && box_of(*theirs))
        words += fmt::format(" IoU {:.2f}", overlap_of(*box_of(*mine), *box_of(*theirs)));
    return words;
}

void draw_object(const FigureInput& input, FigureInk& ink, const Object& object, std::string_view color, bool dashed) {
    if (const auto* keypoints = std::get_if<Keypoints>(&object.shape))
        ink.bones(bones_of(*keypoints, input.question.labels.find_label(object.label)), color, dashed);
    ink.shape(object.shape, color, dashed);
}

void draw_verdicts(const FigureInput& input, FigureInk& ink) {
    for (const ObjectVerdict& verdict : input.verdicts) {
        const Object* mine = find(&input.answer, verdict.object);
        const Object* theirs = find(input.reference, verdict.reference);
        const auto mine_bounds = mine ? bounds_of(mine->shape) : std::nullopt;
        const auto their_bounds = theirs ? bounds_of(theirs->shape) : std::nullopt;
        if (!mine_bounds && !their_bounds) continue;
        ink.open_group(verdict);
        const std::string_view color = ink_of(verdict.verdict).color;
        if (their_bounds) draw_object(input, ink, *theirs, color, true);
        if (mine_bounds) draw_object(input, ink, *mine, color, false);
        ink.label(mine_bounds ? *mine_bounds : *their_bounds, words_of(input, verdict, mine, theirs), color);
        ink.close_group();
    }
}

// Objects that no verdict speaks of: the answer alone, or an object of another shape's check.
void draw_unjudged(const FigureInput& input, FigureInk& ink) {
    for (const auto& [id, object] : input.answer.objects) {
        const auto bounds = bounds_of(object.shape);
        const bool judged = std::any_of(input.verdicts.begin(), input.verdicts.end(),
                                        [&id = id](const ObjectVerdict& verdict) { return verdict.object == id; });
        if (!bounds || object.item != input.item.id || judged) continue;
        const LabelSpec* label = input.question.labels.find_label(object.label);
        const std::string color = label ? label->color : "#9aa4b2";
        draw_object(input, ink, object, color, false);
        if (const std::string words = label_title(input, &object); !words.empty()) ink.label(*bounds, words, color);
    }
}

} // namespace

double overlap_of(const Box& a, const Box& b) {
    const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) return 0;
    const double both = width * height;
    return both / (a.area() + b.area() - both);
}

Result<std::string> figure(const FigureInput& input) {
    const auto bytes = input.pack.files->read(input.item.file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto header = probe_image(*bytes, input.item.file);
    if (!header) return tl::unexpected(header.error());
    FigureInk ink(header->width(), header->height(), input.item.title.in(input.language));
    if (input.with_media) {
        const auto address = picture_address(*bytes, *header, input.item);
        if (!address) return tl::unexpected(address.error());
        ink.picture(*address);
    }
    draw_unjudged(input, ink);
    draw_verdicts(input, ink);
    return ink.finish();
}

} // namespace biaokao::image_objects
