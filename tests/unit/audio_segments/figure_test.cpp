#include "tasks/types/audio_segments/figure.h"

#include <map>

#include <doctest/doctest.h>

#include "tests/support/tiny_media.h"
#include "tests/unit/audio_segments/dialogue.h"

using namespace biaokao;

namespace {

class MemoryFiles final : public PackFiles {
public:
    explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
    [[nodiscard]] Result<std::string> read(const std::string& path) const override {
        const auto found = files_.find(path);
        if (found == files_.end()) return fail("error.file_missing", path);
        return found->second;
    }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& sizes() const override { return sizes_; }
    [[nodiscard]] const std::string& location() const override { return location_; }

private:
    std::map<std::string, std::string> files_;
    std::map<std::string, std::uint64_t> sizes_;
    std::string location_;
};

struct Scene {
    Pack pack;
    Question question = test::dialogue_question();
    Answer answer, reference;
    std::vector<ObjectVerdict> verdicts;

    Scene() {
        pack.files =
            std::make_shared<MemoryFiles>(std::map<std::string, std::string>{{"media/talk.wav", test::wav_bytes(4)}});
        answer.objects["o1"] = test::segment("speech", 0.5, 1.5, "你好</text><script>");
        answer.objects["o2"] = test::segment("noise", 2, 3);
        reference.objects["r1"] = test::segment("speech", 0.6, 1.6, "您好");
        reference.objects["r2"] = test::segment("speech", 3.2, 3.9, "再见");
        verdicts = {{"talk", "o1", "r1", Verdict::matched},
                    {"talk", "o2", "", Verdict::extra},
                    {"talk", "", "r2", Verdict::missing}};
    }
    [[nodiscard]] FigureInput input(bool with_media = true) const {
        return {.pack = pack,
                .question = question,
                .item = question.items[0],
                .answer = answer,
                .reference = &reference,
                .verdicts = verdicts,
                .language = "en",
                .with_media = with_media};
    }
};

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

} // namespace

TEST_CASE("segments_figure: both sides with their signs, texts marked where they differ, nothing unescaped") {
    const Scene scene;
    const auto figure = audio::segments_figure(scene.input());
    REQUIRE(figure.has_value());
    CHECK(figure->starts_with("<svg xmlns"));
    CHECK(figure->ends_with("</svg>"));
    for (const char* part : {"✓ o1 Speech", "✓ r1 Speech", "× o2 Noise &lt;b&gt;", "○ r2 Speech", "00:00.500–00:01.500",
                             R"(text-decoration="underline">您</tspan>好)", "再见"}) {
        CAPTURE(part);
        CHECK(figure->find(part) != std::string::npos);
    }
    CHECK(figure->find("<script>") == std::string::npos);
    CHECK(figure->find("<b>") == std::string::npos);
    CHECK(count(*figure, "<text") == count(*figure, "</text>"));
    CHECK(count(*figure, "<svg") == count(*figure, "</svg>"));
}

TEST_CASE("segments_figure: scoring must not touch media, so it also draws without the recording") {
    Scene scene;
    scene.pack.files = std::make_shared<MemoryFiles>(std::map<std::string, std::string>{});
    const auto figure = audio::segments_figure(scene.input(false));
    REQUIRE(figure.has_value());
    CHECK(figure->find("o1 Speech") != std::string::npos);
    CHECK(figure->find("<path") == std::string::npos);
    CHECK_FALSE(audio::segments_figure(scene.input(true)).has_value());
}

TEST_CASE("segments_figure: the answer alone, and an empty one") {
    Scene scene;
    FigureInput input = scene.input();
    input.reference = nullptr;
    input.verdicts = {};
    const auto alone = audio::segments_figure(input);
    REQUIRE(alone.has_value());
    CHECK(alone->find("r1") == std::string::npos);
    CHECK(alone->find("o2 Noise") != std::string::npos);
    scene.answer = {};
    CHECK(audio::segments_figure(input).has_value());
}

TEST_CASE("segments_figure: a verdict with ids that are not there does no harm") {
    Scene scene;
    scene.verdicts.push_back({"talk", "o2", "r99", Verdict::near_miss});
    scene.verdicts.push_back({"talk", "o99", "r1", Verdict::matched});
    CHECK(audio::segments_figure(scene.input()).has_value());
}
