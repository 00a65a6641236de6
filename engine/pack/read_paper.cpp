#include "engine/pack/read_paper.h"

#include <algorithm>
#include <numeric>

#include "engine/pack/read_rules.h"
#include "engine/pack/skills.h"

namespace biaokao {

namespace {

bool is_hex(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// 8-4-4-4-12 lower-case hexadecimal digits.
bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash ? text[i] != '-' : !is_hex(text.substr(i, 1))) return false;
    }
    return true;
}

void read_identity(JsonReader& reader, Pack& pack) {
    const auto before = reader.problems().errors.size();
    pack.id = reader.string("id");
    if (reader.problems().errors.size() == before && !is_uuid(pack.id)) reader.complain("error.uuid_form", "id");
    pack.version = std::to_string(reader.integer("version", 1, 1'000'000));
    pack.title = read_title(reader, "title");
    pack.level = static_cast<int>(reader.integer("level", 4, 5));
    pack.minutes = static_cast<int>(reader.integer("minutes", 1, 600));
}

void read_total(JsonReader& reader, Pack& pack) {
    const auto before = reader.problems().errors.size();
    pack.points = read_points(reader, "points");
    pack.pass_mark = read_points(reader, "pass_mark");
    if (reader.problems().errors.size() == before && pack.pass_mark > pack.points)
        reader.complain("error.pass_mark", "pass_mark", {{"points", text_from_points(pack.points)}});
}

void read_modules(JsonReader& paper, Pack& pack) {
    UniqueIds questions;
    for (JsonReader& reader : paper.elements("modules", true)) {
        if (!reader.value().object()) continue;
        Module module;
        module.title = read_title(reader, "title");
        module.questions = reader.strings("questions", true);
        for (const std::string& id : module.questions) {
            if (!is_id(id)) reader.complain("error.json_id", "questions", {{"value", id}});
            questions.note(id, reader, "questions");
        }
        if (module.questions.empty() && reader.raw("questions")) reader.complain("error.json_empty", "questions");
        reader.finish();
        pack.modules.push_back(std::move(module));
    }
    const Json* modules = paper.raw("modules");
    if (modules && modules->array() && modules->array()->empty()) paper.complain("error.json_empty", "modules");
}

void read_media(JsonReader& paper, Pack& pack) {
    auto reader = paper.child("media", true);
    if (!reader || !reader->value().object()) return;
    for (const auto& [path, value] : *reader->value().object()) {
        const auto before = reader->problems().errors.size();
        const std::string hash = reader->string(path);
        if (!path.starts_with("media/")) reader->complain("error.media_path", path);
        if (reader->problems().errors.size() == before && !(hash.size() == 64 && is_hex(hash)))
            reader->complain("error.sha256_form", path);
        pack.media_sha256[path] = hash;
    }
}

// Who made it and on which terms: kept by the file for the people who copy it, so it only has to be there.
void read_origin(JsonReader& reader) {
    static_cast<void>(read_line(reader, "licence"));
    const auto authors = reader.strings("authors", true);
    const bool has_empty = std::any_of(authors.begin(), authors.end(), [](const auto& name) { return name.empty(); });
    const Json* value = reader.raw("authors");
    if (value && value->array() && (value->array()->empty() || has_empty))
        reader.complain("error.json_empty", "authors");
}

} // namespace

void read_paper(const Json& value, Pack& pack, Problems& problems) {
    JsonReader reader(value, "pack.json", "", problems);
    if (!read_format(reader)) return;
    read_identity(reader, pack);
    read_total(reader, pack);
    read_modules(reader, pack);
    read_media(reader, pack);
    read_origin(reader);
    reader.finish();
}

void check_paper(const Pack& pack, Problems& problems) {
    HalfPoints points;
    int minutes = 0;
    for (const Question& question : pack.questions) {
        points += question.points;
        minutes += question.minutes;
        for (std::size_t i = 0; i < question.rubric.size(); ++i) {
            const int level = level_of_skill(question.rubric[i].skill);
            if (level != 0 && level != pack.level)
                problems.add("error.skill_level",
                             "questions/" + question.id + ".json:/rubric/" + std::to_string(i) + "/skill",
                             {{"level", std::to_string(pack.level)}});
        }
    }
    if (points != pack.points)
        problems.add("error.pack_points", "pack.json:/points",
                     {{"declared", text_from_points(pack.points)}, {"sum", text_from_points(points)}});
    if (minutes > pack.minutes)
        problems.add("error.pack_minutes", "pack.json:/minutes", {{"sum", std::to_string(minutes)}});
}

} // namespace biaokao
