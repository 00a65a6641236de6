#include "tasks/types/image_objects/view_compare.h"

#include <algorithm>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/class_rows.h"
#include "app/ui/labelling/label_look.h"
#include "app/ui/labelling/overlay_style.h"
#include "app/ui/widgets.h"
#include "engine/answer/shape_bounds.h"
#include "tasks/types/image_objects/figure.h"
#include "tasks/types/image_objects/picking.h"
#include "tasks/types/image_objects/view_draw_shapes.h"

namespace biaokao::image_objects {
namespace {

constexpr double dimmed = 0.35, share_of_highlighted = 0.35;
constexpr int region_hatch = 1;

// Both sides of a verdict; null where there is none (missing, extra) or it stands in another picture.
struct Pair {
    const Object* mine = nullptr;
    const Object* theirs = nullptr;
    [[nodiscard]] std::optional<Box> mine_bounds() const { return mine ? bounds_of(mine->shape) : std::nullopt; }
    [[nodiscard]] std::optional<Box> their_bounds() const { return theirs ? bounds_of(theirs->shape) : std::nullopt; }
};

const Object* find(const Answer* answer, const std::string& id) {
    if (answer == nullptr || id.empty()) return nullptr;
    const auto object = answer->objects.find(id);
    return object == answer->objects.end() ? nullptr : &object->second;
}

Pair pair_of(const TaskFrame& frame, const ObjectVerdict& verdict) {
    return {find(&frame.answer, verdict.object), find(frame.comparison->reference, verdict.reference)};
}

bool is_highlighted(const Comparison& comparison, const ObjectVerdict& verdict) {
    return comparison.highlighted.contains(verdict.object) || comparison.highlighted.contains(verdict.reference);
}

std::string title_of(const TaskFrame& frame, const Object* object) {
    if (object == nullptr) return {};
    const LabelSpec* label = frame.question.labels.find_label(object->label);
    return label ? label->title.in(frame.ui.language()) : std::string(frame.ui.tr("labelling.no_label"));
}

// "≠ person → dog", "≈ person IoU 0.43"
std::string words_of(const TaskFrame& frame, const ObjectVerdict& verdict, const Pair& pair) {
    const std::string mine = title_of(frame, pair.mine), theirs = title_of(frame, pair.theirs);
    std::string words = fmt::format("{} {}", verdict_style(frame.ui, verdict.verdict).sign, pair.mine ? mine : theirs);
    if (pair.mine && pair.theirs && mine != theirs) words += " → " + theirs;
    const Box *own = pair.mine ? box_of(*pair.mine) : nullptr, *wanted = pair.theirs ? box_of(*pair.theirs) : nullptr;
    if (own && wanted) words += fmt::format("  IoU {:.2f}", overlap_of(*own, *wanted));
    return words;
}

// One side of a pair: where it is meant, in a soft light of wider and fainter outlines.
void draw_side(const CanvasFrame& canvas, ImDrawList& list, const Object& object, const ShapeLook& look, bool glows) {
    const Box& clip = canvas.area->in_screen;
    if (const auto* keypoints = std::get_if<Keypoints>(&object.shape))
        draw_bones(canvas.task.ui, list, canvas.state.zoom,
                   bones_of(*keypoints, canvas.task.question.labels.find_label(object.label)), look, clip);
    for (const float width : {18.0f, 12.0f, 8.0f})
        if (glows)
            draw_shape(canvas.task.ui, list, canvas.state.zoom, object.shape,
                       {.color = with_opacity(look.color, 0.25), .width_px = width, .cased = false}, clip);
    draw_shape(canvas.task.ui, list, canvas.state.zoom, object.shape, look, clip);
}

void draw_pair(const CanvasFrame& canvas, ImDrawList& list, const ObjectVerdict& verdict, bool in_front, bool dim) {
    Ui& ui = canvas.task.ui;
    const CompareShow show = canvas.task.comparison->show;
    const Pair pair = pair_of(canvas.task, verdict);
    const VerdictStyle style = verdict_style(ui, verdict.verdict);
    ShapeLook look{.color = style.on_media, .width_px = in_front ? 3.0f : 2.0f, .opacity = dim ? dimmed : 1};
    std::optional<Box> tagged;
    if (const auto bounds = pair.their_bounds(); bounds && show != CompareShow::mine) {
        look.dashed = true;
        draw_side(canvas, list, *pair.theirs, look, in_front && !pair.mine_bounds());
        tagged = bounds;
    }
    if (const auto bounds = pair.mine_bounds(); bounds && show != CompareShow::reference) {
        look.dashed = false;
        draw_side(canvas, list, *pair.mine, look, in_front);
        tagged = bounds;
    }
    if (tagged)
        draw_tag(ui, list, canvas.state.zoom.screen_from_image(*tagged), words_of(canvas.task, verdict, pair),
                 with_opacity(style.on_media, dim ? 0.6 : 1), canvas.area->in_screen);
}

// Where too much counts for nothing: under everything else, with the key's words why.
void draw_ignore_regions(const CanvasFrame& canvas, ImDrawList& list) {
    Ui& ui = canvas.task.ui;
    const Comparison& comparison = *canvas.task.comparison;
    if (comparison.show == CompareShow::mine) return;
    const std::uint32_t color = verdict_style(ui, Verdict::ignored).on_media;
    for (const IgnoreRegion& region : comparison.ignore) {
        if (region.item != canvas.item.id) continue;
        const Box box = canvas.state.zoom.screen_from_image(region.box);
        draw_hatch(ui, list, box, canvas.area->in_screen, region_hatch, with_opacity(color, 0.55));
        draw_box(ui, list, box, {.color = color, .width_px = 1, .dashed = true}, canvas.area->in_screen);
        std::string words(ui.tr("image.ignore_region"));
        if (const std::string& why = region.explain.in(ui.language()); !why.empty()) words += ": " + why;
        draw_tag(ui, list, box, words, color, canvas.area->in_screen);
    }
}

} // namespace

void show_highlighted(CanvasFrame& canvas) {
    const Comparison& comparison = *canvas.task.comparison;
    if (comparison.highlighted == canvas.state.highlighted) return;
    canvas.state.highlighted = comparison.highlighted;
    std::optional<Box> hull;
    for (const ObjectVerdict& verdict : comparison.verdicts) {
        if (verdict.item != canvas.item.id || !is_highlighted(comparison, verdict)) continue;
        const Pair pair = pair_of(canvas.task, verdict);
        for (const auto& box : {pair.mine_bounds(), pair.their_bounds()})
            if (box) hull = box_around(hull.value_or(*box), *box);
    }
    ImageZoom& zoom = canvas.state.zoom;
    zoom.fit(canvas.image_size);
    if (!hull) return;
    const double whole = zoom.zoom;
    zoom.fit_box(*hull, share_of_highlighted);
    if (zoom.zoom < whole) zoom.fit(canvas.image_size); // it is nearly the whole picture
}

void draw_comparison(CanvasFrame& canvas, ImDrawList& list) {
    const Comparison& comparison = *canvas.task.comparison;
    const auto here = [&](const ObjectVerdict& verdict) { return verdict.item == canvas.item.id; };
    const bool any = std::any_of(comparison.verdicts.begin(), comparison.verdicts.end(), [&](const auto& verdict) {
        return here(verdict) && is_highlighted(comparison, verdict);
    });
    draw_ignore_regions(canvas, list);
    // What is meant comes last, over the rest.
    for (const bool in_front : {false, true})
        for (const ObjectVerdict& verdict : comparison.verdicts)
            if (here(verdict) && is_highlighted(comparison, verdict) == in_front)
                draw_pair(canvas, list, verdict, in_front, any && !in_front);
}

void comparison_list_ui(TaskFrame& frame, ViewState& state, const ItemSpec& item) {
    compared_classes_ui(frame, item);
    const Scope scope(frame.ui, "verdicts");
    std::vector<ObjectVerdict> here;
    for (const ObjectVerdict& verdict : frame.comparison->verdicts)
        if (verdict.item == item.id) here.push_back(verdict);
    verdict_legend_ui(frame.ui, here);
    for (const ObjectVerdict& verdict : here) {
        const std::string& id = verdict.object.empty() ? verdict.reference : verdict.object;
        const bool chosen = is_highlighted(*frame.comparison, verdict);
        if (selectable_row(frame.ui, id, words_of(frame, verdict, pair_of(frame, verdict)), chosen, 1.5f))
            state.reveal = id;
    }
}

} // namespace biaokao::image_objects
