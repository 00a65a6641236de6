#include <doctest/doctest.h>

#include "tests/support/program_rows.h"
#include "tests/support/shown_problems.h"
#include "tests/support/small_pack.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// Remembers what was opened: "exam mode never opens key/" is a promise about reads, not about results.
class WatchedFiles final : public PackFiles {
public:
    explicit WatchedFiles(std::shared_ptr<const PackFiles> files) : files_(std::move(files)) {}
    Result<std::string> read(const std::string& path) const override {
        opened.push_back(path);
        return files_->read(path);
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return files_->sizes(); }
    const std::string& location() const override { return files_->location(); }

    mutable std::vector<std::string> opened;

private:
    std::shared_ptr<const PackFiles> files_;
};

} // namespace

TEST_CASE("load_pack: a sound pack loads, with everything where its files say") {
    const Problems problems = SmallPack().problems();
    REQUIRE_MESSAGE(problems.empty(), shown(problems));
    const auto pack = SmallPack().load();
    CHECK(pack->id == "0b8f3a52-6c1d-4e8e-9a70-2f4c8d1e5b63");
    CHECK(pack->version == "3");
    CHECK(pack->title.zh == "小卷");
    CHECK(pack->points == HalfPoints{20});
    CHECK(pack->pass_mark == HalfPoints{12});
    REQUIRE(pack->questions.size() == 3);
    CHECK(pack->modules.at(1).questions == std::vector<std::string>{"words", "calls"});
    const Question& boxes = *pack->find_question("boxes");
    CHECK(boxes.sheet.task.en == "Draw boxes.\nSave.");
    CHECK(boxes.tools.file_name);
    CHECK(boxes.rubric.at(1).points == HalfPoints{2});
    CHECK(boxes.labels.find_attribute("distance")->max == 100);
    const Question& words = *pack->find_question("words");
    CHECK(words.tools.overlap == Overlap::refuse);
    CHECK(words.labels_of(*words.find_item("d1")).empty());
    CHECK(words.classes_of(*words.find_item("d1")).size() == 1);
    CHECK(words.labels_of(*words.find_item("d2")).size() == 2);
    const QuestionKey& key = *pack->find_key("boxes");
    CHECK(key.reference.file_name == "yard_01");
    CHECK(key.explain.at("r1").zh == "门边的人。");
    CHECK(key.explain.at("yard").en == "Two targets.");
    CHECK(key.ignore.at(0).box == Box{10, 10, 30, 20});
    CHECK(key.find_check("M7")->gate->group == "found");
    CHECK(key.find_check("M2")->bands.at(1).points == HalfPoints{1});
    CHECK(key.find_check("M2")->settings.find("edge_px_max")->number() == 2);
    CHECK(key.find_check("M2")->settings.find("bands") == nullptr);
    CHECK(key.find_check("M2")->where == "key/boxes.json:/checks/M2");
    CHECK(key.groups.at("found").deduction_points == HalfPoints{1});
    REQUIRE(pack->samples.size() == 2);
    CHECK(pack->samples.at(1).name == "perfect");
    CHECK(pack->samples.at(1).expected.at("boxes").at("M2") == HalfPoints{2});
}

TEST_CASE("load_pack: exam mode opens nothing below key/, even where the key is broken, and knows that there is one") {
    SmallPack small;
    small.write("key/boxes.json", "not JSON").write("key/samples/x.json", "{");
    const auto watched = std::make_shared<WatchedFiles>(small.open().files);
    const auto pack = load_pack({watched, {}}, program_rows());
    REQUIRE(pack.has_value());
    CHECK((*pack)->has_key);
    CHECK((*pack)->keys.empty());
    for (const std::string& path : watched->opened) CHECK_FALSE(path.starts_with("key/"));
    CHECK_FALSE(watched->opened.empty());
    // Nobody can read it later through the pack either.
    CHECK_FALSE((*pack)->files->read("key/words.json").has_value());
    CHECK_FALSE((*pack)->files->sizes().contains("key/words.json"));
}

TEST_CASE("load_pack: a candidate pack is the practice pack without key/, and a journal of one fits the other") {
    SmallPack candidate;
    for (const auto& [path, bytes] : candidate.files())
        if (path.starts_with("key/")) candidate.remove(path);
    PackOptions options = program_rows();
    options.read_key = true;
    const auto pack = load_pack(candidate.open(), options);
    REQUIRE(pack.has_value());
    CHECK_FALSE((*pack)->has_key);
    CHECK((*pack)->keys.empty());
    CHECK((*pack)->hash == SmallPack().load()->hash);
}

TEST_CASE("load_pack: the hash is bound to pack.json and to each question, not to the key") {
    const std::string hash = SmallPack().load()->hash;
    CHECK(hash.size() == 64);
    SmallPack other_paper;
    CHECK(other_paper.set("pack.json:/version", 4).load()->hash != hash);
    SmallPack other_question;
    CHECK(other_question.set("questions/words.json:/minutes", 3).load()->hash != hash);
    SmallPack other_media; // bound through its hash in pack.json
    CHECK(other_media.write("media/notes.txt", "李明在北京路等你。").load()->hash != hash);
    SmallPack other_key;
    CHECK(other_key.set("key/boxes.json:/matching/iou_min", 0.6).load()->hash == hash);
}

TEST_CASE("load_pack: without check_media no media file is opened, yet missing ones are named") {
    SmallPack small;
    small.write("media/yard.png", "no picture").remove("media/lane.png");
    const auto watched = std::make_shared<WatchedFiles>(small.open().files);
    PackOptions options = program_rows();
    options.check_media = false;
    const auto pack = load_pack({watched, {}}, options);
    REQUIRE_FALSE(pack.has_value());
    CHECK_MESSAGE(pack.error().errors.size() == 2, shown(pack.error())); // in the list and in the question
    for (const Error& error : pack.error().errors) CHECK(error.code == "error.media_missing");
    for (const std::string& path : watched->opened) CHECK_FALSE(path.starts_with("media/"));
}
