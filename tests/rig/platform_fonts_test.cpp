#include <doctest/doctest.h>

#include <imgui.h>

#include "app/platform/headless.h"
#include "app/platform/input_queue.h"
#include "app/ui/fonts.h"

using namespace biaokao;

namespace {

bool has_glyph(ImWchar character) { return ImGui::GetIO().Fonts->Fonts[0]->FindGlyphNoFallback(character) != nullptr; }

} // namespace

TEST_CASE("fonts: a character that was never seen comes into the atlas before the next frame") {
    auto platform = make_headless_platform({.render = false});
    REQUIRE(platform.has_value());
    Fonts fonts(**platform, "");
    if (!fonts.has_chinese()) return; // a machine without any Chinese font
    CHECK(fonts.refresh(1.0));
    CHECK(has_glyph(u'标'));
    CHECK_FALSE(has_glyph(u'骉')); // beyond the common characters
    CHECK_FALSE(fonts.refresh(1.0));
    (*platform)->add_text("骉"); // typed by a person
    REQUIRE((*platform)->begin_frame());
    (*platform)->end_frame();
    CHECK(fonts.refresh(1.0));
    CHECK(has_glyph(u'骉'));
    CHECK_FALSE(fonts.refresh(1.0));
}

TEST_CASE("fonts: another scale is built at its real size, never stretched") {
    auto platform = make_headless_platform({.render = false});
    REQUIRE(platform.has_value());
    Fonts fonts(**platform, "");
    fonts.refresh(1.0);
    const float small = ImGui::GetIO().Fonts->Fonts[0]->FontSize;
    CHECK(fonts.refresh(2.0));
    CHECK(ImGui::GetIO().Fonts->Fonts[0]->FontSize == doctest::Approx(2 * small));
    CHECK(ImGui::GetIO().Fonts->Fonts[0]->Scale == doctest::Approx(1));
}

TEST_CASE("fonts: headings are larger than the text and know the program's words") {
    auto platform = make_headless_platform({.render = false});
    REQUIRE(platform.has_value());
    Fonts fonts(**platform, "");
    fonts.cover("任务书");
    fonts.refresh(1.0);
    REQUIRE(fonts.heading() != nullptr);
    if (ImGui::GetIO().Fonts->Fonts.Size < 2) return; // a machine without the bold face
    CHECK(fonts.heading()->FontSize > ImGui::GetIO().Fonts->Fonts[0]->FontSize);
    CHECK(fonts.heading()->FindGlyphNoFallback(u'务') != nullptr);
    CHECK(fonts.heading()->FindGlyphNoFallback(u'们') == nullptr);
}
