// query: fields that hold SQL, and the tables that it asks. No screen of its own yet.
#include <algorithm>

#include <fmt/format.h>

#include "engine/answer/answer.h"
#include "engine/media/media_kind.h"
#include "engine/pack/schema_check.h"
#include "engine/pack/task_type.h"
#include "engine/text/grapheme.h"
#include "engine/text/xml_escape.h"

namespace biaokao {
namespace {

constexpr int line_height = 20;
constexpr std::size_t line_columns = 84, most_lines = 40; // of one query

void check_query_question(const Question& question, const std::string& file, Problems& problems) {
    const auto has_text_field = [&](const ItemSpec& item) {
        return std::ranges::any_of(question.fields_of(item),
                                   [](const AttributeSpec* field) { return field->kind == AttributeSpec::Kind::text; });
    };
    if (std::ranges::none_of(question.items, has_text_field))
        problems.add("error.query_needs_field", file + ":/labels");
    if (!question.labels.objects.empty()) problems.add("error.query_objects", file + ":/labels/objects");
    if (question.sources.empty()) problems.add("error.query_needs_sources", file + ":/sources");
    for (std::size_t i = 0; i < question.sources.size(); ++i)
        if (media_kind_from_name(question.sources[i].file) != MediaKind::table)
            problems.add("error.query_source", file + ":/sources/" + std::to_string(i) + "/file");
}

// Empty where nothing was given.
std::string query_of(const Answer* answer, const std::string& item, const std::string& field) {
    if (!answer) return "";
    const auto found = answer->items.find(item);
    if (found == answer->items.end()) return "";
    const auto value = found->second.attributes.find(field);
    if (value == found->second.attributes.end()) return "";
    const auto* text = std::get_if<std::string>(&value->second);
    return text ? *text : "";
}

std::vector<std::string> wrapped(std::string_view text) {
    std::vector<std::string> lines(1);
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = grapheme_end(text, at), width = end - at == 1 ? 1 : 2;
        const bool ends = text[at] == '\n' || text[at] == '\r';
        if (ends || used + width > line_columns) {
            if (lines.size() == most_lines) {
                lines.back() += " …";
                return lines;
            }
            lines.emplace_back();
            used = 0;
        }
        if (!ends) lines.back() += text.substr(at, end - at);
        used += ends ? 0 : width;
        at = end;
    }
    return lines;
}

class Page {
public:
    void add(std::string_view text, int x, std::string_view color) {
        y_ += line_height;
        body_ += fmt::format("<text x=\"{}\" y=\"{}\" fill=\"{}\" xml:space=\"preserve\">{}</text>", x, y_, color,
                             xml_escaped(text));
    }
    void add_query(std::string_view query, std::string_view color) {
        for (const std::string& line : wrapped(query.empty() ? "–" : query)) add(line, 24, color);
    }
    [[nodiscard]] std::string svg() const {
        return fmt::format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 {0}\" width=\"720\" height=\"{0}\" "
            "font-family=\"'Noto Sans Mono CJK SC',monospace\" font-size=\"14\">"
            "<rect width=\"720\" height=\"{0}\" fill=\"#ffffff\"/>{1}</svg>",
            y_ + line_height, body_);
    }

private:
    int y_ = 0;
    std::string body_;
};

// The grader's word: a query that reads differently may be right.
Result<std::string> query_figure(const FigureInput& input) {
    Page page;
    for (const AttributeSpec* field : input.question.fields_of(input.item)) {
        const auto verdict =
            std::ranges::find_if(input.verdicts, [&](const ObjectVerdict& one) { return one.reference == field->id; });
        const bool known = verdict != input.verdicts.end();
        const bool right = known && verdict->verdict == Verdict::matched;
        const std::string_view color = !known ? "#333333" : right ? "#1b7f3b" : "#c62828";
        page.add((!known ? "" : right ? "✓ " : "× ") + field->title.in(input.language), 12, color);
        page.add_query(query_of(&input.answer, input.item.id, field->id), "#333333");
        const std::string need = query_of(input.reference, input.item.id, field->id);
        if (need.empty() || right) continue;
        page.add("→", 12, "#1b7f3b");
        page.add_query(need, "#1b7f3b");
    }
    return page.svg();
}

bool query_item_begun(const Question&, const ItemSpec& item, const Answer& answer) {
    const auto found = answer.items.find(item.id);
    return found != answer.items.end() && !found->second.attributes.empty();
}

} // namespace

extern const TaskType query_type; // listed in task_list.def
const TaskType query_type{.id = "query",
                          .check_question = check_query_question,
                          .check_answer = check_answer_schema,
                          .figure = query_figure,
                          .item_begun = query_item_begun};

} // namespace biaokao
