#include "app/ui/labelling/class_rows.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <imgui.h>

#include "app/ui/labelling/edits.h"
#include "app/ui/labelling/label_palette.h"
#include "app/ui/labelling/workspace_layout.h"
#include "app/ui/widgets.h"

namespace biaokao {
namespace {

constexpr std::array class_actions{
    ActionRow{"labelling.class_next", KeyContext::canvas, "Ctrl+Down"},
    ActionRow{"labelling.class_previous", KeyContext::canvas, "Ctrl+Up"},
};
constexpr std::array option_actions{
    ActionRow{"labelling.option_1", KeyContext::canvas, "1"}, ActionRow{"labelling.option_2", KeyContext::canvas, "2"},
    ActionRow{"labelling.option_3", KeyContext::canvas, "3"}, ActionRow{"labelling.option_4", KeyContext::canvas, "4"},
    ActionRow{"labelling.option_5", KeyContext::canvas, "5"}, ActionRow{"labelling.option_6", KeyContext::canvas, "6"},
    ActionRow{"labelling.option_7", KeyContext::canvas, "7"}, ActionRow{"labelling.option_8", KeyContext::canvas, "8"},
    ActionRow{"labelling.option_9", KeyContext::canvas, "9"}, ActionRow{"labelling.option_10", KeyContext::canvas, "0"},
};

void choose(TaskFrame& frame, const ItemSpec& item, const ClassSpec& spec, const std::string& option) {
    if (spec.several) toggle_option(frame, item.id, spec.id, option);
    else set_class(frame, item.id, spec.id, option);
}

void act_on_keys(TaskFrame& frame, const ItemSpec& item, ClassRows& rows,
                 const std::vector<const ClassSpec*>& classes) {
    Ui& ui = frame.ui;
    auto at = std::find_if(classes.begin(), classes.end(), [&](const auto* spec) { return spec->id == rows.current; });
    if (at == classes.end()) at = classes.begin();
    if (classes.size() > 1) {
        ui.actions().offer(class_actions);
        if (ui.action("labelling.class_next") && at + 1 != classes.end()) ++at;
        if (ui.action("labelling.class_previous") && at != classes.begin()) --at;
    }
    rows.current = (*at)->id;
    const std::size_t count = std::min((*at)->options.size(), option_actions.size());
    ui.actions().offer(std::span(option_actions).first(count));
    for (std::size_t i = 0; i < count; ++i)
        if (ui.action(option_actions[i].id)) choose(frame, item, **at, (*at)->options[i].id);
}

void class_ui(TaskFrame& frame, const ItemSpec& item, const ClassSpec& spec, bool with_digits) {
    const Scope scope(frame.ui, spec.id);
    const std::set<std::string> chosen = chosen_options(frame.answer, item.id, spec.id);
    std::string title = spec.title.in(frame.ui.language());
    if (spec.several) title += frame.ui.tr("labelling.class_several");
    text(frame.ui, title, chosen.empty() ? TextLook::warning : TextLook::dim);
    for (std::size_t i = 0; i < spec.options.size(); ++i) {
        const Option& option = spec.options[i];
        std::string words = option.title.in(frame.ui.language());
        if (with_digits && !label_digit(i).empty()) words = fmt::format("{} [{}]", words, label_digit(i));
        if (i > 0) same_line_if_box_fits(frame.ui, words);
        bool is_chosen = chosen.contains(option.id);
        if (spec.several ? checkbox(frame.ui, option.id, words, is_chosen)
                         : radio(frame.ui, option.id, words, is_chosen))
            choose(frame, item, spec, option.id);
    }
}

// "Sentiment: mine Positive × reference Negative", right or wrong by sign and colour.
void compared_class_ui(TaskFrame& frame, const ItemSpec& item, const ClassSpec& spec) {
    Ui& ui = frame.ui;
    const Comparison& comparison = *frame.comparison;
    using Options = std::set<std::string>;
    const Options mine = chosen_options(frame.answer, item.id, spec.id);
    const Options wanted = comparison.reference ? chosen_options(*comparison.reference, item.id, spec.id) : Options();
    const auto words_of = [&](const Options& options) {
        return options.empty() ? std::string(ui.tr("labelling.class_none"))
                               : titles_of_options(spec, options, ui.language());
    };
    const bool right = !mine.empty() && mine == wanted;
    std::string words = ui.tr("labelling.class_compared",
                              {{"sign", std::string(ui.tr(right ? "labelling.sign.matched" : "labelling.sign.extra"))},
                               {"class", spec.title.in(ui.language())},
                               {"mine", words_of(mine)},
                               {"reference", words_of(wanted)}});
    if (comparison.highlighted.contains(item.id)) words = fmt::format("▶ {}", words);
    paragraphs(ui, words, wanted.empty() ? TextLook::dim : right ? TextLook::good : TextLook::bad);
    probe_last_item(ui, spec.id, "text", words);
}

} // namespace

void class_rows_ui(TaskFrame& frame, const ItemSpec& item, ClassRows& rows, bool digits) {
    const auto classes = frame.question.classes_of(item);
    if (classes.empty()) return;
    const bool keys = digits && frame.editable;
    if (keys) act_on_keys(frame, item, rows, classes);
    const Scope scope(frame.ui, "classes");
    const DisabledIf read_only(!frame.editable);
    for (const ClassSpec* spec : classes) class_ui(frame, item, *spec, keys && spec->id == rows.current);
}

void compared_classes_ui(TaskFrame& frame, const ItemSpec& item) {
    const Scope scope(frame.ui, "classes");
    for (const ClassSpec* spec : frame.question.classes_of(item)) compared_class_ui(frame, item, *spec);
}

} // namespace biaokao
