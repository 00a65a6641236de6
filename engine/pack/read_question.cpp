#include "engine/pack/question.h"

#include <array>

#include "engine/media/text_document.h"
#include "engine/pack/read_labels.h"
#include "engine/pack/read_rules.h"
#include "engine/pack/skills.h"

namespace biaokao {

namespace {

TaskSheet read_sheet(JsonReader& question) {
    TaskSheet sheet;
    auto reader = question.child("sheet", true);
    if (!reader || !reader->value().object()) return sheet;
    sheet.code = read_line(*reader, "code");
    sheet.title = read_title(*reader, "title");
    sheet.site = reader->text("site");
    sheet.task = reader->text("task");
    sheet.skills = reader->text("skills");
    sheet.quality = reader->text("quality");
    reader->finish();
    return sheet;
}

// A document's text stands in the question or in a file; pictures, recordings and tables in a file; a form has none.
void read_content(JsonReader& reader, ItemSpec& item, bool needed) {
    const bool both = reader.has("file") && reader.has("text"), none = !reader.has("file") && !reader.has("text");
    if (both || (none && needed)) reader.problems().add("error.item_content", reader.where());
    if (reader.has("file")) {
        const auto before = reader.problems().errors.size();
        item.file = reader.string("file");
        if (reader.problems().errors.size() == before && !item.file.starts_with("media/"))
            reader.complain("error.item_file", "file");
        return;
    }
    if (!reader.has("text")) return;
    item.text = reader.string("text");
    const Json* text = reader.raw("text");
    if (!text->string()) return;
    // Control characters had their problem when the file's strings were checked.
    const auto document = read_text_document(item.text, reader.where("text"));
    if (!document && document.error().code != "error.text_control") reader.problems().add(document.error());
}

void read_group_of_item(JsonReader& reader, const LabelSchema& labels, ItemSpec& item) {
    item.group = reader.optional_string("group").value_or("");
    const bool is_known = labels.find_group(item.group) != nullptr;
    if (labels.groups.empty() && reader.has("group")) reader.complain("error.item_group_unwanted", "group");
    if (!labels.groups.empty() && !is_known) reader.complain("error.item_group", "group", {{"id", item.group}});
}

std::vector<ItemSpec> read_items(JsonReader& question, const LabelSchema& labels, UniqueIds& ids) {
    const bool form = !labels.fields.empty() || !labels.steps.empty();
    std::vector<ItemSpec> items;
    for (JsonReader& reader : question.elements("items", true)) {
        ItemSpec item;
        if (reader.value().object()) {
            item.id = read_unique_id(reader, ids);
            item.title = read_title(reader, "title");
            read_content(reader, item, !form);
            read_group_of_item(reader, labels, item);
            reader.finish();
        }
        items.push_back(std::move(item));
    }
    if (question.raw("items") && question.raw("items")->array() && items.empty())
        question.complain("error.json_empty", "items");
    return items;
}

std::vector<ItemSpec> read_sources(JsonReader& question, UniqueIds& ids) {
    std::vector<ItemSpec> sources;
    for (JsonReader& reader : question.elements("sources")) {
        ItemSpec source;
        if (reader.value().object()) {
            source.id = read_unique_id(reader, ids);
            source.title = read_title(reader, "title");
            read_content(reader, source, true);
            reader.finish();
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

// The label must be drawn at one go; a number of points belongs to an outline.
std::optional<OneShape> read_one_shape(JsonReader& tools, const LabelSchema& labels) {
    static constexpr std::array<std::string_view, 6> drawn{"box",     "rotated_box", "ellipse",
                                                           "polygon", "polyline",    "keypoints"};
    auto reader = tools.child("one_shape");
    if (!reader) return std::nullopt;
    OneShape one;
    one.label = reader->string("label");
    const LabelSpec* label = labels.find_label(one.label);
    const bool drawn_at_once = label && std::ranges::find(drawn, label->shape) != drawn.end();
    if (!one.label.empty() && !drawn_at_once)
        reader->complain("error.one_shape_label", "label", {{"label", literal_value(one.label)}});
    const bool outline = label && (label->shape == "polygon" || label->shape == "polyline");
    if (drawn_at_once && !outline && reader->has("points")) reader->complain("error.one_shape_points", "points");
    if (reader->has("points")) {
        const std::int64_t fewest = outline && label->shape == "polygon" ? 3 : 2;
        one.points = static_cast<std::size_t>(reader->integer("points", fewest, 1000));
    }
    reader->finish();
    return one;
}

Tools read_tools(JsonReader& question, const LabelSchema& labels) {
    static constexpr std::array<std::string_view, 3> overlaps{"allow", "warn", "refuse"};
    Tools tools;
    auto reader = question.child("tools");
    if (!reader) return tools;
    tools.file_name = reader->boolean("file_name", false);
    if (reader->has("overlap")) {
        const auto overlap = std::ranges::find(overlaps, reader->choice("overlap", overlaps));
        if (overlap != overlaps.end()) tools.overlap = static_cast<Overlap>(overlap - overlaps.begin());
    }
    tools.trim_punctuation = reader->boolean("trim_punctuation", false);
    tools.one_shape = read_one_shape(*reader, labels);
    reader->finish();
    return tools;
}

// `declared` is absent where the question's points could not be read.
std::vector<RubricItem> read_rubric(JsonReader& question, std::optional<HalfPoints> declared) {
    std::vector<RubricItem> rubric;
    const auto before = question.problems().errors.size();
    HalfPoints sum;
    for (JsonReader& reader : question.elements("rubric", true)) {
        RubricItem item;
        const std::string expected = "M" + std::to_string(rubric.size() + 1);
        item.id = reader.string("id");
        if (item.id != expected && reader.value().object())
            reader.complain("error.rubric_order", "id", {{"expected", expected}});
        item.id = expected; // its check is looked up under the right name
        item.skill = reader.string("skill");
        if (level_of_skill(item.skill) == 0 && reader.value().object())
            reader.complain("error.skill_form", "skill", {{"value", item.skill}});
        item.points = read_points(reader, "points");
        item.criterion = reader.text("criterion");
        reader.finish();
        sum += item.points;
        rubric.push_back(std::move(item));
    }
    // With a broken item the sum would be wrong for a reason that is reported already.
    if (question.problems().errors.size() == before && declared && sum != *declared)
        question.complain("error.rubric_sum", "points",
                          {{"declared", text_from_points(*declared)}, {"sum", text_from_points(sum)}});
    return rubric;
}

} // namespace

Question read_question(const Json& value, const std::string& file, Problems& problems) {
    JsonReader reader(value, file, "", problems);
    Question question;
    if (!read_format(reader)) return question;
    question.id = reader.id("id");
    if (is_id(question.id) && file != "questions/" + question.id + ".json")
        reader.complain("error.question_file_name", "id", {{"id", question.id}});
    question.type = reader.string("type");
    question.grader = reader.string("grader");
    question.minutes = static_cast<int>(reader.integer("minutes", 1, 600));
    const auto before = problems.errors.size();
    question.points = read_points(reader, "points");
    const auto declared = problems.errors.size() == before ? std::optional(question.points) : std::nullopt;
    question.sheet = read_sheet(reader);
    question.labels = read_labels(reader);
    UniqueIds item_ids;
    question.items = read_items(reader, question.labels, item_ids);
    question.sources = read_sources(reader, item_ids);
    question.tools = read_tools(reader, question.labels);
    question.rubric = read_rubric(reader, declared);
    reader.finish();
    return question;
}

} // namespace biaokao
