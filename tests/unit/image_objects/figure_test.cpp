#include "tasks/types/image_objects/figure.h"

#include <map>

#include <doctest/doctest.h>

#include "engine/base/base64.h"
#include "engine/media/image.h"

using namespace biaokao;
using namespace biaokao::image_objects;

namespace {

class FakePackFiles : public PackFiles {
public:
    std::map<std::string, std::string> contents;
    Result<std::string> read(const std::string& path) const override {
        const auto file = contents.find(path);
        if (file == contents.end()) return fail("error.file_missing", path);
        return file->second;
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    const std::string& location() const override { return location_; }

private:
    std::map<std::string, std::uint64_t> sizes_;
    std::string location_ = "memory";
};

struct Scene {
    Pack pack;
    Question question;
    Answer answer, reference;
    std::vector<ObjectVerdict> verdicts;

    Scene() {
        auto files = std::make_shared<FakePackFiles>();
        Image image{64, 48, std::vector<std::uint8_t>(64 * 48 * 4, 200)};
        files->contents["media/p1.png"] = encode_png(image).value();
        pack.files = files;
        question.items = {
            {.id = "p1", .title = {"图<一>", "Picture <1>"}, .file = "media/p1.png", .text = {}, .group = {}}};
        add_label("person", "行人", "#0072B2");
        add_label("dog", "狗 & \"猫\"", "#D55E00");
    }
    void add_label(const std::string& id, const std::string& title, const std::string& color) {
        LabelSpec label;
        label.id = id;
        label.title = {title, id};
        label.color = color;
        label.shape = "box";
        question.labels.objects.push_back(label);
    }
    static void put(Answer& to, const std::string& id, const std::string& label, const Box& box) {
        to.objects[id].item = "p1";
        to.objects[id].label = label;
        to.objects[id].shape = box;
    }
    [[nodiscard]] Result<std::string> draw(bool with_media = true) const {
        return figure({.pack = pack,
                       .question = question,
                       .item = question.items[0],
                       .answer = answer,
                       .reference = &reference,
                       .verdicts = verdicts,
                       .language = "zh",
                       .with_media = with_media});
    }
};

int count(const std::string& text, std::string_view part) {
    int times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

} // namespace

TEST_CASE("base64 of the vectors of RFC 4648 section 10") {
    CHECK(base64_from_bytes("") == "");
    CHECK(base64_from_bytes("f") == "Zg==");
    CHECK(base64_from_bytes("fo") == "Zm8=");
    CHECK(base64_from_bytes("foo") == "Zm9v");
    CHECK(base64_from_bytes("foobar") == "Zm9vYmFy");
    CHECK(base64_from_bytes(std::string("\xff\x00\xfe", 3)) == "/wD+");
}

TEST_CASE("figure: labels and titles are escaped, so that no pack can put markup into a report") {
    Scene scene;
    scene.question.labels.objects[0].title.zh = "<script>alert(1)</script>";
    scene.question.labels.objects[0].color = "\"><script>";
    Scene::put(scene.answer, "o1", "person", {1, 1, 10, 10});
    Scene::put(scene.answer, "o2", "<b>unknown</b>", {20, 1, 10, 10});
    const std::string svg = scene.draw().value();
    CHECK(count(svg, "<script") == 0);
    CHECK(count(svg, "<b>") == 0);
    CHECK(count(svg, "&lt;script&gt;") >= 1);
    CHECK(count(svg, "<title>图&lt;一&gt;</title>") == 1);
}

TEST_CASE("figure: each verdict has its colour, its sign and its words") {
    Scene scene;
    Scene::put(scene.answer, "o1", "person", {2, 2, 10, 10});
    Scene::put(scene.answer, "o2", "person", {20, 2, 10, 10});
    Scene::put(scene.answer, "o3", "person", {40, 2, 10, 10});
    Scene::put(scene.reference, "r2", "dog", {20, 2, 10, 10});
    Scene::put(scene.reference, "r3", "person", {45, 2, 10, 10});
    Scene::put(scene.reference, "r4", "dog", {2, 30, 10, 10});
    scene.verdicts = {{"p1", "o1", "", Verdict::extra},
                      {"p1", "o2", "r2", Verdict::wrong_label},
                      {"p1", "o3", "r3", Verdict::near_miss},
                      {"p1", "", "r4", Verdict::missing}};
    const std::string svg = scene.draw().value();
    CHECK(count(svg, "× 行人") == 1);
    CHECK(count(svg, "≠ 行人 → 狗 &amp; &quot;猫&quot;") == 1);
    CHECK(count(svg, "≈ 行人 IoU 0.33") == 1);
    CHECK(count(svg, "○ 狗 &amp; &quot;猫&quot;") == 1);
    CHECK(count(svg, R"(data-verdict="missing" data-object="" data-reference="r4")") == 1);
    CHECK(count(svg, "stroke-dasharray") == 3); // the reference's side of two pairs, and the missing one
}

TEST_CASE("figure: every shape of a picture is drawn, a mask column by column") {
    Scene scene;
    const std::pair<Shape, const char*> rows[] = {
        {RotatedBox{{20, 20}, 10, 10, 0}, R"(<polygon points="15,15 25,15 25,25 15,25")"},
        {Ellipse{{20, 22}, 10, 5, 30}, R"svg(<ellipse cx="20" cy="22" rx="10" ry="5" transform="rotate(30 20 22)")svg"},
        {Polygon{{{1, 1}, {9, 1}, {9, 9}}}, R"(<polygon points="1,1 9,1 9,9")"},
        {Polyline{{{1, 1}, {9, 1}}}, R"(<polyline points="1,1 9,1")"},
        {Keypoints{{{{5, 6}, Visibility::visible}, {{7, 8}, Visibility::unlabelled}}}, R"(<circle cx="5" cy="6")"},
        {MaskRuns{48, 64, {{46, 50}}}, R"(<path d="M0 46h1v2h-1zM1 0h1v2h-1z")"}};
    for (const auto& [shape, drawn] : rows) {
        CAPTURE(drawn);
        scene.answer.objects["o1"] = {"p1", "person", {}, shape, ""};
        const std::string svg = scene.draw().value();
        CHECK(count(svg, drawn) >= 1);
        CHECK(count(svg, R"(cx="7")") == 0);
        CHECK(count(svg, ">行人<") == 1);
    }
}

TEST_CASE("figure: the bones of a skeleton lie under its points, faint where one is hidden") {
    Scene scene;
    scene.question.labels.objects[0].skeleton = {{0, 1}, {1, 2}, {2, 3}};
    const Keypoints pose{{{{5, 6}, Visibility::visible},
                          {{15, 6}, Visibility::visible},
                          {{25, 6}, Visibility::hidden},
                          {{0, 0}, Visibility::unlabelled}}};
    scene.answer.objects["o1"] = {"p1", "person", {}, pose, ""};
    const std::string svg = scene.draw().value();
    CHECK(count(svg, R"(<line x1="5" y1="6" x2="15" y2="6" stroke)") == 2); // casing and colour
    CHECK(count(svg, R"(<line x1="15" y1="6" x2="25" y2="6" opacity="0.45")") == 2);
    CHECK(count(svg, "<line") == 4);
    CHECK(svg.find("<line") < svg.find("<circle"));
}

TEST_CASE("figure: without verdicts the answer alone is drawn in the colours of its labels") {
    Scene scene;
    Scene::put(scene.answer, "o1", "person", {2, 2, 10, 10});
    const std::string svg = scene.draw().value();
    CHECK(count(svg, R"(stroke="#0072B2")") == 1);
    CHECK(count(svg, "stroke-dasharray") == 0);
}

TEST_CASE("figure: the picture stands inside only where media are asked for") {
    const Scene scene;
    CHECK(count(scene.draw(true).value(), "data:image/png;base64,iVBOR") == 1);
    CHECK(count(scene.draw(false).value(), "<image") == 0);
    CHECK(count(scene.draw(false).value(), R"(viewBox="0 0 64 48")") == 1);
}

TEST_CASE("figure: a picture that is missing or broken is an error, not an empty figure") {
    Scene scene;
    scene.question.items[0].file = "media/none.png";
    CHECK(scene.draw().error().code == "error.file_missing");
    auto files = std::make_shared<FakePackFiles>();
    files->contents["media/none.png"] = "no picture";
    scene.pack.files = files;
    CHECK(scene.draw().error().where == "media/none.png");
}

TEST_CASE("overlap: a box shifted by half its width scores one third") {
    CHECK(overlap_of({0, 0, 10, 10}, {5, 0, 10, 10}) == doctest::Approx(1.0 / 3));
    CHECK(overlap_of({0, 0, 10, 10}, {10, 0, 10, 10}) == 0);
}
