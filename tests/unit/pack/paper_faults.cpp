#include "tests/support/tiny_media.h"
#include "tests/unit/pack/fault_rows.h"

namespace biaokao::test {

std::vector<PackFault> paper_faults() {
    return {
        set("error.pack_format", "pack.json:/format", 2),
        set("error.json_unknown_key", "pack.json:/colour", "red"),
        set("error.uuid_form", "pack.json:/id", "0B8F3A52-6C1D-4E8E-9A70-2F4C8D1E5B63"),
        set("error.json_range", "pack.json:/version", 0),
        set("error.json_type", "pack.json:/version", "3"),
        set("error.json_range", "pack.json:/level", 3),
        set("error.json_range", "pack.json:/minutes", 601),
        set("error.pack_minutes", "pack.json:/minutes", 14),
        set("error.pack_points", "pack.json:/points", 10.5),
        set("error.points_form", "pack.json:/points", 10.25),
        set("error.points_form", "pack.json:/pass_mark", 0),
        set("error.pass_mark", "pack.json:/pass_mark", 10.5),
        erased("error.json_missing", "pack.json:/title", "pack.json:/title"),
        erased("error.json_missing", "pack.json:/title/en", "pack.json:/title/en"),
        set("error.json_empty", "pack.json:/title/zh", ""),
        set("error.line_break", "pack.json:/title", Json::Object{{"zh", "小\n卷"}, {"en", "Small"}}),
        set("error.title_too_long", "pack.json:/title", Json::Object{{"zh", std::string(121, 'x')}, {"en", "x"}}),
        set("error.string_control", "pack.json:/licence", "CC0\t1.0"),
        set("error.json_empty", "pack.json:/licence", ""),
        set("error.json_empty", "pack.json:/authors", Json::Array{}),
        set("error.json_type", "pack.json:/authors/0", 7),
        set("error.json_empty", "pack.json:/authors", Json::Array{"A", ""}),
        set_at("error.id_twice", "pack.json:/modules/1/questions", "pack.json:/modules/1/questions/-", "boxes"),
        set_at("error.question_missing", "pack.json:/modules/1/questions", "pack.json:/modules/1/questions/-", "nine"),
        set("error.json_unknown_key", "pack.json:/modules/0/points", 4.0),
        set("error.sha256_form", "pack.json:/media/media~1yard.png", "abc"),
        set("error.media_missing", "pack.json:/media/media~1no.png", std::string(64, '0')),
    };
}

std::vector<PackFault> file_faults() {
    return {
        written("error.pack_unexpected_file", "notes.txt", "notes.txt", "x"),
        written("error.pack_unexpected_file", "questions/old/boxes.json", "questions/old/boxes.json", "{}"),
        written("error.pack_unexpected_file", "key/plan.md", "key/plan.md", "x"),
        written("error.media_not_listed", "media/other.png", "media/other.png", png_bytes(2, 2)),
        written("error.question_not_named", "questions/nine.json", "questions/nine.json", "{}"),
        written("error.key_without_question", "key/nine.json", "key/nine.json", "{}"),
        {"error.key_missing", "key/words.json", [](SmallPack& pack) { pack.remove("key/words.json"); }},
        written("error.image_unreadable", "media/yard.png", "media/yard.png", "no picture"),
        written("error.image_too_large", "media/yard.png", "media/yard.png", png_header_bytes(15'000, 15'000)),
        written("error.audio_unreadable", "media/call.wav", "media/call.wav", "no sound"),
        written("error.audio_empty", "media/call.wav", "media/call.wav", wav_bytes(0)),
        written("error.text_bom", "media/notes.txt", "media/notes.txt", "\xEF\xBB\xBF李明在北京路等人。"),
        written("error.text_not_utf8", "media/notes.txt", "media/notes.txt", "\xC4\xE3\xBA\xC3"),
        {"error.media_sha256", "pack.json:/media/media~1yard.png",
         [](SmallPack& pack) { pack.set("pack.json:/media/media~1yard.png", std::string(64, 'a')); }},
        {"error.media_unused", "pack.json:/media/media~1spare.png",
         [](SmallPack& pack) {
             pack.set("pack.json:/media/media~1spare.png", "").write("media/spare.png", png_bytes(2, 2));
         }},
    };
}

} // namespace biaokao::test
