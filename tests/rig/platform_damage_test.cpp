#include <doctest/doctest.h>

#include <random>

#include <imgui.h>

#include "app/platform/headless.h"
#include "app/ui/imgui_compat.h"

using namespace biaokao;

namespace {

std::unique_ptr<HeadlessPlatform> screen() {
    auto made = make_headless_platform({.width = 400, .height = 300});
    REQUIRE(made.has_value());
    return std::move(*made);
}

// A screen that depends on a number in many ways: text of other lengths, windows that come and go, moved and
// clipped things at odd fractions of a pixel.
void frame(Platform& platform, unsigned seed) {
    std::minstd_rand random(seed * 7919 + 1);
    const auto number = [&random](unsigned below) { return static_cast<float>(random() % below); };
    REQUIRE(platform.begin_frame());
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("root", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus);
    for (int line = 0; line < 8; ++line)
        ImGui::Text("%d:%s", line, std::string(static_cast<std::size_t>(seed % 3 == 0 ? 5 : line), 'x').c_str());
    ImGui::GetWindowDrawList()->PushClipRect({number(200) + 0.7f, number(100) + 0.3f}, {350.2f, 250.6f});
    ImGui::GetWindowDrawList()->AddCircleFilled({number(400), number(300)}, 5 + number(60), IM_COL32(200, 90, 30, 128));
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::End();
    if (seed % 4 != 0) {
        ImGui::SetNextWindowPos({number(300), number(200)});
        ImGui::Begin("above", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize);
        ImGui::Button(seed % 2 ? "Yes" : "No, never");
        ImGui::End();
    }
    platform.end_frame();
}

} // namespace

TEST_CASE("damage: drawing only what changed gives the picture that drawing everything gives") {
    auto in_part = screen();
    for (unsigned seed = 0; seed < 40; ++seed) {
        // Twice, as ImGui sizes new windows in their second frame.
        frame(*in_part, seed);
        frame(*in_part, seed);
        auto whole = screen();
        frame(*whole, seed);
        frame(*whole, seed);
        CAPTURE(seed);
        CHECK(in_part->screenshot()->rgba == whole->screenshot()->rgba);
    }
}

TEST_CASE("damage: a texture that changes behind an unchanged frame is seen") {
    auto platform = screen();
    const std::vector<std::uint8_t> two_pixels = {255, 0, 0, 255, 0, 255, 0, 255};
    const TextureId texture = platform->create_texture(2, 1, two_pixels);
    const auto picture = [&] {
        REQUIRE(platform->begin_frame());
        ImGui::GetForegroundDrawList()->AddImage(compat::texture_id(texture.value), {0, 0}, {100, 100});
        platform->end_frame();
        return platform->screenshot()->rgba;
    };
    for (int i = 0; i < 5; ++i) static_cast<void>(picture());
    const auto smooth = picture();
    platform->set_filter(texture, TextureFilter::nearest);
    CHECK(picture() != smooth);
}
