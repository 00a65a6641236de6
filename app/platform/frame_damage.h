// Which part of the screen differs from the frame before. Without a graphics card every pixel costs the processor
// about 8 ns a layer, so a tick of the exam clock must not draw two million of them again.
#pragma once

#include <optional>
#include <vector>

#include "app/ui/imgui_compat.h"

namespace biaokao {

class FrameDamage {
public:
    struct Area { // in framebuffer pixels from the top left; empty when right <= left
        int left = 0, top = 0, right = 0, bottom = 0;
        [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
    };
    // Compares with the draw data of the call before, and remembers this one. Nothing: draw everything.
    [[nodiscard]] std::optional<Area> compare(const ImDrawData& frame);

private:
    struct Triangle {
        ImDrawVert corners[3];
        ImVec4 clip;
        ImTextureID texture;
    };
    struct List {
        std::vector<Triangle> triangles;
    };
    static bool equal(const Triangle& a, const Triangle& b);
    static bool append(const ImDrawList& list, List& out);

    std::vector<List> shown_, next_;
    ImVec2 size_{0, 0}, scale_{0, 0};
    bool known_ = false;
};

} // namespace biaokao
