// Changes that nobody thought of: every place of every JSON file of a pack, replaced by what does not belong there.
#include <doctest/doctest.h>

#include "engine/score/score.h"
#include "graders/graders.h"
#include "tests/support/program_rows.h"
#include "tests/support/small_pack.h"
#include "tests/unit/pack/json_schema.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

void collect_places(const Json& value, const std::string& pointer, std::vector<std::string>& places) {
    if (!pointer.empty()) places.push_back(pointer);
    if (const auto* items = value.array())
        for (std::size_t i = 0; i < items->size(); ++i)
            collect_places((*items)[i], pointer_child(pointer, std::to_string(i)), places);
    if (const auto* members = value.object())
        for (const auto& [key, member] : *members) collect_places(member, pointer_child(pointer, key), places);
}

// By the loader and by the graders, which read what a key says to them.
bool is_accepted(const SmallPack& pack) {
    PackOptions options = program_rows();
    options.read_key = true;
    options.read_samples = true;
    options.check_media = false;
    const auto loaded = load_pack(pack.open(), options);
    return loaded && Scorer::compile(*loaded, all_graders());
}

} // namespace

TEST_CASE("load_pack: any place replaced by anything is refused or harmless, and a schema refuses nothing that loads") {
    const std::pair<const char*, const char*> files[] = {{"pack.json", "pack.schema.json"},
                                                         {"questions/boxes.json", "question.schema.json"},
                                                         {"questions/words.json", "question.schema.json"},
                                                         {"key/boxes.json", "key.schema.json"},
                                                         {"key/words.json", "key.schema.json"},
                                                         {"key/samples/empty.json", "sample.schema.json"}};
    const Json strangers[] = {Json(),
                              Json(true),
                              Json(-1),
                              Json(1e300),
                              Json(""),
                              Json("x"),
                              Json("\xF0\x9F\x98\x80"),
                              Json::Array{},
                              Json::Object{},
                              Json::Array{Json()},
                              Json::Object{{"", Json()}}};
    const SmallPack sound;
    std::size_t turn = 0;
    int refused = 0;
    int harmless = 0;
    for (const auto& [file, schema_name] : files) {
        const JsonSchema schema(schema_name);
        std::vector<std::string> places;
        collect_places(SmallPack(sound).at(std::string(file) + ":"), "", places);
        for (std::size_t i = turn % 3; i < places.size(); i += 3) { // a third of them: all take seconds
            const std::string where = std::string(file) + ":" + places[i];
            SmallPack changed = sound;
            // Every fourth place is taken out, the others are replaced.
            const Json& stranger = strangers[turn % std::size(strangers)];
            turn++ % 4 == 0 ? changed.erase(where) : changed.set(where, stranger);
            if (!is_accepted(changed)) {
                ++refused;
                continue;
            }
            ++harmless;
            const auto complaints = schema.complaints(changed.files().at(file));
            CHECK_MESSAGE(complaints.empty(), where, " ", complaints.empty() ? "" : complaints.front());
        }
    }
    CHECK(refused > 130);
    CHECK(harmless > 5);
    MESSAGE(refused, " refused, ", harmless, " harmless");
}
