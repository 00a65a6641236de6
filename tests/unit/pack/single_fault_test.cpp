// The rows of pack_faults.h, and the few faults that come in pairs.
#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "engine/base/i18n.h"
#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"
#include "tests/unit/pack/pack_faults.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// Each row must give exactly this one problem, and a sentence for it in both languages with every blank filled.
void check_each(const std::vector<PackFault>& faults) {
    const Locales locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    for (const PackFault& fault : faults) {
        SmallPack pack;
        fault.make(pack);
        const Problems problems = pack.problems();
        CAPTURE(fault.code);
        CAPTURE(fault.where);
        CHECK_MESSAGE(has_problem(problems, fault.code, fault.where), shown(problems));
        CHECK_MESSAGE(problems.errors.size() == 1, shown(problems));
        for (const char* language : {"zh", "en"}) {
            const std::string sentence = Translator(locales, language)(Message{fault.code, problems.errors.at(0).args});
            CHECK_MESSAGE(sentence.find('{') == std::string::npos, sentence);
            CHECK(sentence != fault.code);
        }
    }
}

} // namespace

TEST_CASE("pack.json: each fault alone is named with its place") { check_each(paper_faults()); }

TEST_CASE("pack.json: a mended list leaves no follow-up problem, a broken file stops only itself") {
    SmallPack pack;
    pack.write("pack.json", "{\"format\": 1,");
    CHECK(has_problem(pack.problems(), "error.json_syntax", "pack.json:line 1"));
    SmallPack twice;
    twice.write("questions/words.json", "{\"format\": 1, \"format\": 1}").write("key/calls.json", "[");
    const Problems problems = twice.problems();
    CHECK_MESSAGE(has_problem(problems, "error.json_duplicate_key", "questions/words.json:/format"), shown(problems));
    CHECK_MESSAGE(has_problem(problems, "error.json_syntax", "key/calls.json:line 1"), shown(problems));
}

TEST_CASE("files of a pack: each fault alone is named with its path") { check_each(file_faults()); }

TEST_CASE("a missing picture is missing in the list and in the question that shows it") {
    SmallPack pack;
    pack.remove("media/lane.png");
    const Problems problems = pack.problems();
    CHECK(has_problem(problems, "error.media_missing", "pack.json:/media/media~1lane.png"));
    CHECK(has_problem(problems, "error.media_missing", "questions/boxes.json:/items/1/file"));
    CHECK_MESSAGE(problems.errors.size() == 2, shown(problems));
}

TEST_CASE("questions: each fault of head, sheet, items and rubric is named with its place") {
    check_each(question_faults());
}

TEST_CASE("questions: each fault of the label schema is named with its place") { check_each(label_faults()); }

TEST_CASE("ids stand once in each list of a question") {
    for (const char* list : {"boxes.json:/items", "boxes.json:/labels/objects", "boxes.json:/labels/attributes",
                             "words.json:/labels/classes", "words.json:/labels/groups"}) {
        SmallPack pack;
        const std::string place = std::string("questions/") + list;
        const Json first = pack.at(place + "/0");
        pack.set(place + "/-", first);
        const std::size_t last = pack.at(place).array()->size() - 1;
        const Problems problems = pack.problems();
        CHECK_MESSAGE(has_problem(problems, "error.id_twice", place + "/" + std::to_string(last) + "/id"),
                      shown(problems));
    }
}

TEST_CASE("keys: each fault of reference and ignore regions is named with its place") {
    check_each(reference_faults());
}

TEST_CASE("keys: each fault of checks, gates, bands and groups is named with its place") { check_each(check_faults()); }

TEST_CASE("samples: each fault is named with its place") { check_each(sample_faults()); }
