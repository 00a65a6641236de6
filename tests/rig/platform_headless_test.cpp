#include <doctest/doctest.h>

#include <imgui.h>

#include "app/platform/headless.h"
#include "app/platform/input_queue.h"
#include "app/ui/fonts.h"
#include "app/ui/imgui_compat.h"

using namespace biaokao;

namespace {

std::unique_ptr<HeadlessPlatform> platform(bool render) {
    auto made = make_headless_platform({.width = 320, .height = 200, .render = render});
    REQUIRE(made.has_value());
    return std::move(*made);
}

std::uint32_t pixel(const Image& image, int x, int y) {
    const std::uint8_t* at = image.rgba.data() + (static_cast<std::size_t>(y) * image.width + x) * 4;
    return static_cast<std::uint32_t>(at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]);
}

constexpr std::uint32_t black = 0x000000FF, red = 0xFF0000FF, green = 0x00FF00FF, blue = 0x0000FFFF;

// One whole frame with these widgets in a window without any decoration over the whole screen.
template <class Draw>
void frame(Platform& platform, Draw&& draw) {
    REQUIRE(platform.begin_frame());
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground);
    draw();
    ImGui::End();
    platform.end_frame();
}

} // namespace

TEST_CASE("headless: a picture of the last frame has its pixels where ImGui put them") {
    auto screen = platform(true);
    frame(*screen, [] { ImGui::GetWindowDrawList()->AddRectFilled({10, 20}, {30, 50}, IM_COL32(255, 0, 0, 255)); });
    const auto image = screen->screenshot();
    REQUIRE(image.has_value());
    CHECK(image->width == 320);
    CHECK(image->height == 200);
    CHECK(pixel(*image, 10, 20) == red);
    CHECK(pixel(*image, 29, 49) == red);
    CHECK(pixel(*image, 9, 20) == black);
    CHECK(pixel(*image, 10, 50) == black);
}

TEST_CASE("headless: after a change of size the picture has the new one") {
    auto screen = platform(true);
    frame(*screen, [] {});
    screen->resize(500, 100);
    frame(*screen, [] {
        ImGui::GetForegroundDrawList()->AddRectFilled({490, 90}, {500, 100}, IM_COL32(0, 255, 0, 255));
    });
    const auto image = screen->screenshot();
    REQUIRE(image.has_value());
    CHECK(image->width == 500);
    CHECK(image->height == 100);
    CHECK(pixel(*image, 499, 99) == green);
    CHECK(pixel(*image, 489, 89) == black);
}

TEST_CASE("headless: a texture keeps its colours and its rows, and its filter can be switched") {
    auto screen = platform(true);
    const std::vector<std::uint8_t> colors = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255};
    const TextureId texture = screen->create_texture(2, 2, colors);
    REQUIRE(texture.value != 0);
    const auto magnified = [&](TextureFilter filter) {
        screen->set_filter(texture, filter);
        frame(*screen, [&] {
            ImGui::GetWindowDrawList()->AddImage(compat::texture_id(texture.value), {0, 0}, {100, 100});
        });
        return *screen->screenshot();
    };
    const Image sharp = magnified(TextureFilter::nearest);
    CHECK(pixel(sharp, 48, 10) == red);
    CHECK(pixel(sharp, 51, 10) == green);
    CHECK(pixel(sharp, 10, 90) == blue);
    const Image soft = magnified(TextureFilter::smooth);
    CHECK(pixel(soft, 48, 10) != red);
    CHECK(pixel(soft, 10, 10) == red);
    screen->destroy_texture(texture);
}

TEST_CASE("headless: a texture that cannot be is refused, not drawn") {
    for (const bool render : {true, false}) {
        auto screen = platform(render);
        const std::vector<std::uint8_t> pixels(16);
        CHECK(screen->create_texture(0, 2, pixels).value == 0);
        CHECK(screen->create_texture(screen->max_texture_side() + 1, 1, pixels).value == 0);
        CHECK(screen->create_texture(3, 3, pixels).value == 0); // as many bytes as 2 × 2
        CHECK(screen->create_texture(2, 2, pixels).value != 0);
    }
}

TEST_CASE("headless: without rendering frames run, and a picture is refused with its reason") {
    auto screen = platform(false);
    bool clicked = false;
    const auto draw = [&] { clicked = ImGui::Button("button", {100, 40}) || clicked; };
    frame(*screen, draw);
    screen->set_mouse(30, 30);
    frame(*screen, draw);
    screen->set_mouse_button(0, true);
    frame(*screen, draw);
    CHECK_FALSE(clicked);
    screen->set_mouse_button(0, false);
    frame(*screen, draw);
    CHECK(clicked);
    CHECK(screen->screenshot().error().code == "error.no_rendering");
}

TEST_CASE("headless: a key that goes down and up between two frames is seen, in its own frame") {
    // Wrong before: with the back end's own callbacks a short press between two slow frames left no trace.
    auto screen = platform(false);
    frame(*screen, [] {});
    screen->set_key(Key::r, true);
    screen->set_key(Key::r, false);
    screen->set_key(Key::p, true);
    screen->set_key(Key::p, false);
    std::string seen;
    const auto look = [&] {
        if (compat::key_pressed(Key::r, false)) seen += 'r';
        if (compat::key_pressed(Key::p, false)) seen += 'p';
        seen += '.';
    };
    while (!screen->input().empty()) frame(*screen, look);
    CHECK(seen == "r.p..");
}

TEST_CASE("headless: text and keys reach a field in their order") {
    auto screen = platform(false);
    char text[32] = "";
    const auto draw = [&] {
        ImGui::SetKeyboardFocusHere();
        ImGui::InputText("field", text, sizeof text);
    };
    for (int i = 0; i < 3; ++i) frame(*screen, draw);
    screen->add_text("ab标");
    screen->set_key(Key::backspace, true);
    screen->set_key(Key::backspace, false);
    screen->add_text("考");
    while (!screen->input().empty()) frame(*screen, draw);
    CHECK(std::string(text) == "ab考");
}

TEST_CASE("headless: close is asked once, and the program may go on") {
    auto screen = platform(false);
    frame(*screen, [] {});
    screen->request_close();
    CHECK_FALSE(screen->begin_frame());
    frame(*screen, [] {});
}

TEST_CASE("headless: two platforms live side by side") {
    auto first = platform(true), second = platform(true);
    frame(*first, [] { ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {9, 9}, IM_COL32(255, 0, 0, 255)); });
    frame(*second, [] { ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, {9, 9}, IM_COL32(0, 255, 0, 255)); });
    CHECK(pixel(*first->screenshot(), 4, 4) == red);
    CHECK(pixel(*second->screenshot(), 4, 4) == green);
}
