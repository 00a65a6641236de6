#include "app/demo_script.h"

#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

using Kind = DemoAction::Kind;

constexpr std::pair<std::string_view, Kind> kinds[] = {
    {"click", Kind::click}, {"double_click", Kind::double_click},
    {"drag", Kind::drag},   {"key", Kind::key},
    {"type", Kind::type},   {"wait", Kind::wait},
    {"shot", Kind::shot},
};

std::optional<Vec2> point(JsonReader& line, std::string_view key) {
    const Json* value = line.raw(key);
    if (!value) return std::nullopt;
    const Json::Array* numbers = value->array();
    if (!numbers || numbers->size() != 2 || !(*numbers)[0].is_number() || !(*numbers)[1].is_number()) {
        line.complain("error.demo_point", key);
        return std::nullopt;
    }
    return Vec2{(*numbers)[0].number(), (*numbers)[1].number()};
}

// {"do": "drag", "on": "exam/work/canvas", "from": [1, 2], "to": [3, 4]}
DemoAction read_action(JsonReader& line) {
    DemoAction action{.where = line.file()};
    const std::string name = line.string("do");
    bool known = false;
    for (const auto& [word, kind] : kinds)
        if (word == name) action.kind = kind, known = true;
    if (!known) line.complain("error.demo_action", "do", {{"action", name}});
    action.on = line.optional_string("on").value_or("");
    action.from = point(line, "from");
    action.to = point(line, "to");
    action.text = line.optional_string("text").value_or("");
    action.wait_ms = static_cast<std::int64_t>(line.optional_number("ms", 0, 3'600'000).value_or(0));
    line.finish();
    return action;
}

void read_head(JsonReader& line, DemoScript& script) {
    script.pack_path = line.string("pack");
    if (auto expect = line.child("expect", true)) {
        const auto total = half_points_from(expect->number("total", 0, 1000));
        if (!total) expect->complain("error.demo_total", "total");
        script.expected_total = total.value_or(HalfPoints{});
        expect->finish();
    }
    line.finish();
}

} // namespace

Result<DemoScript> read_demo_script(std::string_view bytes, const std::string& file) {
    DemoScript script;
    Problems problems;
    for (int number = 1; !bytes.empty() && problems.empty(); ++number) {
        const std::string_view text = bytes.substr(0, bytes.find('\n'));
        bytes.remove_prefix(std::min(bytes.size(), text.size() + 1));
        if (text.empty()) continue;
        const std::string where = file + ":line " + std::to_string(number);
        const auto json = parse_json(text, where);
        if (!json) return tl::unexpected(json.error());
        JsonReader line(*json, where, "", problems);
        if (number == 1) read_head(line, script);
        else script.actions.push_back(read_action(line));
    }
    if (!problems.empty()) return tl::unexpected(problems.errors.front());
    return script;
}

} // namespace biaokao
