#include "engine/pack/read_rules.h"

#include <algorithm>

#include "engine/text/utf8.h"

namespace biaokao {

namespace {

void check_string(const std::string& text, const std::string& where, Problems& problems) {
    if (text.size() > max_json_string_bytes)
        problems.add("error.string_too_long", where, {{"max", std::to_string(max_json_string_bytes >> 10)}});
    const auto is_control = [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7F; };
    if (std::any_of(text.begin(), text.end(), is_control)) problems.add("error.string_control", where);
}

void check_strings_below(const Json& value, const std::string& file, const std::string& pointer, Problems& problems) {
    if (const auto* text = value.string()) {
        check_string(*text, file + ":" + pointer, problems);
    } else if (const auto* items = value.array()) {
        for (std::size_t i = 0; i < items->size(); ++i)
            check_strings_below((*items)[i], file, pointer_child(pointer, std::to_string(i)), problems);
    } else if (const auto* members = value.object()) {
        for (const auto& [key, member] : *members) {
            check_string(key, file + ":" + pointer, problems);
            check_strings_below(member, file, pointer_child(pointer, key), problems);
        }
    }
}

void check_line(const std::string& line, JsonReader& reader, std::string_view key) {
    if (line.find('\n') != std::string::npos) reader.complain("error.line_break", key);
    if (code_point_count(line) > max_title_code_points)
        reader.complain("error.title_too_long", key, {{"max", std::to_string(max_title_code_points)}});
}

} // namespace

std::optional<Json> read_pack_json(const PackFiles& files, const std::string& path, Problems& problems) {
    const auto size = files.sizes().find(path);
    if (size != files.sizes().end() && size->second > max_json_file_bytes) {
        problems.add("error.json_file_too_large", path, {{"max", std::to_string(max_json_file_bytes >> 20)}});
        return std::nullopt;
    }
    const auto bytes = files.read(path);
    auto value = bytes ? parse_json(*bytes, path) : Result<Json>(tl::unexpected(bytes.error()));
    if (!value) {
        problems.add(value.error());
        return std::nullopt;
    }
    check_strings(*value, path, problems);
    return std::move(*value);
}

void check_strings(const Json& value, const std::string& file, Problems& problems) {
    check_strings_below(value, file, "", problems);
}

bool has_format_1(const Json& file) {
    const Json* format = file.find("format");
    return format && format->integer() && *format->integer() == 1;
}

bool read_format(JsonReader& reader) {
    static_cast<void>(reader.has("format"));
    if (has_format_1(reader.value())) return true;
    if (reader.value().object()) reader.complain("error.pack_format", "format");
    return false;
}

HalfPoints read_points(JsonReader& reader, std::string_view key) {
    const auto before = reader.problems().errors.size();
    const auto points = half_points_from(reader.number(key, 0, 1'000));
    if (reader.problems().errors.size() != before) return {};
    if (points && points->count > 0) return *points;
    reader.complain("error.points_form", key);
    return {};
}

Text read_title(JsonReader& reader, std::string_view key) {
    Text title = reader.text(key);
    check_line(title.zh, reader, key);
    check_line(title.en, reader, key);
    return title;
}

std::string read_line(JsonReader& reader, std::string_view key) {
    const auto before = reader.problems().errors.size();
    std::string line = reader.string(key);
    if (reader.problems().errors.size() == before && line.empty()) reader.complain("error.json_empty", key);
    check_line(line, reader, key);
    return line;
}

void UniqueIds::note(const std::string& id, JsonReader& reader, std::string_view key) {
    if (!id.empty() && !seen_.insert(id).second) reader.complain("error.id_twice", key, {{"id", id}});
}

std::string read_unique_id(JsonReader& reader, UniqueIds& ids) {
    std::string id = reader.id("id");
    ids.note(id, reader);
    return id;
}

} // namespace biaokao
