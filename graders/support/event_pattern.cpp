#include "graders/support/event_pattern.h"

#include <vector>

#include "graders/support/titles.h"

namespace biaokao {
namespace {

std::vector<std::string> parts_of(std::string_view path) {
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto end = std::min(path.find('/', 1), path.size());
        parts.emplace_back(path.substr(1, end - 1));
        path.remove_prefix(end);
    }
    return parts;
}

// Numbers in files are whole or not; as values they are the same.
bool same_value(const Json& a, const Json& b) {
    return a.is_number() && b.is_number() ? a.number() == b.number() : a == b;
}

bool matches_path(const EventPattern& pattern, std::string_view path) {
    if (!pattern.path.ends_with("/*")) return path == pattern.path;
    return path.starts_with(std::string_view(pattern.path).substr(0, pattern.path.size() - 1));
}

bool matches_value(const EventPattern& pattern, const Json& value) {
    return !pattern.value || same_value(*pattern.value, value);
}

// `value` set at `path`, and with it everything inside it. The cells of a row stand right below the row in paths.
bool sets(const EventPattern& pattern, const std::string& path, const Json& value) {
    if (matches_path(pattern, path) && matches_value(pattern, value)) return true;
    if (!value.object()) return false;
    for (const auto& [key, inner] : *value.object()) {
        const bool cells = key == "cells" && inner.object();
        if (sets(pattern, cells ? path : path + "/" + key, inner)) return true;
    }
    return false;
}

bool matches(const EventPattern& pattern, const Change& change) {
    if (change.op != Change::Op::remove) return sets(pattern, change.path, change.value);
    return !pattern.value && (matches_path(pattern, change.path) || pattern.path.starts_with(change.path + "/"));
}

// The value at a path of the answer, null where there is none.
Json value_at(const Answer& answer, const std::string& path) {
    const std::vector<std::string> parts = parts_of(path);
    if (parts.size() == 1 && parts[0] == "file_name") return answer.file_name;
    if (parts.size() < 3) return {};
    Json value;
    if (parts[0] == "objects") {
        const auto object = answer.objects.find(parts[1]);
        if (object != answer.objects.end()) value = json_from_object(object->second);
    } else {
        const auto item = answer.items.find(parts[1]);
        if (item != answer.items.end()) value = json_from_item_answer(item->second);
    }
    const bool cell = parts[2] == "rows" && parts.size() == 5;
    for (std::size_t i = 2; i < parts.size(); ++i) {
        const Json* inner = value.find(parts[i]);
        if (inner && cell && i == 3) inner = inner->find("cells");
        if (!inner) return {};
        value = Json(*inner);
    }
    return value;
}

bool is_path(const Question& question, std::string_view path) {
    if (path == "/file_name") return true;
    const std::vector<std::string> parts = parts_of(path);
    if (!path.starts_with('/') || parts.size() < 2 || parts[1].empty()) return false;
    if (parts[0] == "objects") return true;
    return parts[0] == "items" && (parts[1] == "*" || question.find_item(parts[1]));
}

std::string read_path(JsonReader& reader, const Question& question) {
    const auto before = reader.problems().errors.size();
    std::string path = reader.string("path");
    if (reader.problems().errors.size() == before && !is_path(question, path))
        reader.complain("error.event_path", "path", {{"path", literal_value(path)}});
    return path;
}

Json read_value(JsonReader& reader) {
    const Json* value = reader.raw("value");
    if (!value || value->is_null() || value->object()) reader.complain("error.event_value", "value");
    return value ? *value : Json{};
}

} // namespace

EventPattern read_event_pattern(JsonReader& reader, const Question& question) {
    EventPattern pattern{.path = read_path(reader, question), .value = {}, .state = {}};
    if (reader.has("value")) pattern.value = read_value(reader);
    if (auto state = reader.child("while"); state && state->value().object()) {
        pattern.state = EventState{read_path(*state, question), read_value(*state)};
        if (pattern.state->path.ends_with("/*")) state->complain("error.event_state_path", "path");
        state->finish();
    }
    return pattern;
}

EventSearch find_event(const ProcessLog& log, const EventPattern& pattern) {
    EventSearch search;
    Answer answer;
    for (std::size_t i = 0; i < log.size(); ++i) {
        for (std::size_t j = 0; j < log[i].changes.size(); ++j) {
            if (!matches(pattern, log[i].changes[j])) continue;
            if (pattern.state && !same_value(value_at(answer, pattern.state->path), pattern.state->value)) {
                search.in_other_state = true;
                continue;
            }
            search.first = EventPlace{i, j};
            return search;
        }
        if (pattern.state && !apply_patch(answer, log[i].changes)) {
            search.broken = true;
            return search;
        }
    }
    return search;
}

std::pair<std::string, std::string> path_titles(const Question& question, const std::string& path) {
    const std::vector<std::string> parts = parts_of(path);
    if (parts.size() < 2 || parts[0] != "items" || parts[1] == "*") return {"@value.answer", literal_value(path)};
    const std::string item = item_title(question, parts[1]);
    if (parts.size() == 3 && parts[2] == "saved") return {item, "@value.part_saved"};
    if (parts.size() == 3 && parts[2] == "order") return {item, "@value.part_order"};
    if (parts.size() == 4 && parts[2] == "attributes") return {item, attribute_title(question, parts[3])};
    if (parts.size() == 4 && parts[2] == "class") return {item, class_title(question, parts[3])};
    return {item, literal_value(path)};
}

std::string path_value_title(const Question& question, const std::string& path, const Json& value) {
    const std::vector<std::string> parts = parts_of(path);
    const bool member = parts.size() == 4 && parts[0] == "items";
    if (member && parts[2] == "class" && value.string()) return option_title(question, parts[3], *value.string());
    const auto typed = attribute_from_json(value);
    if (!typed) return literal_value(dump_json(value));
    return attribute_value_title(question, member ? parts[3] : std::string(), &*typed);
}

} // namespace biaokao
