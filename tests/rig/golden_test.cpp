// A few screens as pictures. BIAOKAO_UPDATE_GOLDENS=1 writes them anew; look at each before it is committed.
#include <doctest/doctest.h>

#include <cstdlib>

#include "engine/base/hash.h"
#include "tests/rig/ui_rig.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

constexpr int channel_tolerance = 16; // of 255: drivers round differently
constexpr double pixel_share_limit = 0.001;

std::string golden_path(const std::string& name) { return BIAOKAO_SOURCE_DIR "/tests/rig/golden/" + name; }

double differing_share(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 1;
    std::size_t differing = 0;
    for (std::size_t at = 0; at < a.rgba.size(); at += 4) {
        bool differs = false;
        for (std::size_t channel = 0; channel < 3; ++channel)
            differs |= std::abs(a.rgba[at + channel] - b.rgba[at + channel]) > channel_tolerance;
        differing += differs;
    }
    return 4.0 * static_cast<double>(differing) / static_cast<double>(a.rgba.size());
}

// The goldens were drawn with this font file; another version draws other edges.
bool font_is_the_golden_one(const Files& files) {
    const auto font = files.read("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 64 << 20);
    const auto wanted = files.read(golden_path("font.sha256"), 100);
    return font && wanted && wanted->starts_with(sha256_hex(*font));
}

void check_golden(UiRig& rig, const std::string& name) {
    const auto files = make_disk_files();
    const auto shown = rig.platform().screenshot();
    REQUIRE(shown);
    const std::string path = golden_path(name + ".png");
    if (std::getenv("BIAOKAO_UPDATE_GOLDENS")) {
        REQUIRE(files->replace(path, encode_png(*shown).value()));
        return;
    }
    const auto golden = files->read(path).and_then([&](const std::string& bytes) { return decode_image(bytes, path); });
    REQUIRE(golden);
    const double share = differing_share(*shown, *golden);
    CAPTURE(name);
    CHECK(share <= pixel_share_limit);
    if (share <= pixel_share_limit) return;
    REQUIRE(files->replace(name + ".actual.png", encode_png(*shown).value())); // beside the test program
}

} // namespace

TEST_CASE("golden: briefing and review look as they were approved") {
    if (!font_is_the_golden_one(*make_disk_files())) {
        MESSAGE("skipped: another font file than the one the goldens were drawn with");
        return;
    }
    {
        UiRig rig{{.language = "zh", .width = 1000, .height = 620, .render = true}};
        rig.key("Ctrl+Enter"); // the start screen shows the path of a temporary folder
        check_golden(rig, "briefing_zh_light");
    }
    {
        UiRig rig{{.language = "en", .width = 1000, .height = 620, .theme = "dark", .render = true}};
        rig.key("Ctrl+Enter");
        check_golden(rig, "briefing_en_dark");
    }
    {
        UiRig rig{{.language = "zh", .width = 1000, .height = 620, .theme = "contrast", .render = true}};
        rig.enter("boxes").click("exam/review");
        check_golden(rig, "review_zh_contrast");
    }
}

TEST_CASE("golden: two different screens are told apart") {
    UiRig rig{{.language = "zh", .width = 1000, .height = 620, .render = true}};
    const auto start = rig.platform().screenshot();
    rig.key("Ctrl+Enter");
    const auto briefing = rig.platform().screenshot();
    REQUIRE(start);
    REQUIRE(briefing);
    CHECK(differing_share(*start, *briefing) > pixel_share_limit);
    CHECK(differing_share(*start, *start) == 0);
}
