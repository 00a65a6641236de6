#include "app/platform/frame_damage.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace biaokao {
namespace {

struct Bounds {
    float left = 1e9f, top = 1e9f, right = -1e9f, bottom = -1e9f;
    void add(float x0, float y0, float x1, float y1) {
        if (x1 <= x0 || y1 <= y0) return; // clipped away
        left = std::min(left, x0);
        top = std::min(top, y0);
        right = std::max(right, x1);
        bottom = std::max(bottom, y1);
    }
};

} // namespace

bool FrameDamage::equal(const Triangle& a, const Triangle& b) {
    return std::memcmp(a.corners, b.corners, sizeof a.corners) == 0 &&
           std::memcmp(&a.clip, &b.clip, sizeof a.clip) == 0 && a.texture == b.texture;
}

// Every triangle with all that its pixels depend on. False: somebody draws by a callback, nobody knows where.
bool FrameDamage::append(const ImDrawList& list, List& out) {
    out.triangles.clear();
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback != nullptr) return false;
        for (unsigned at = 0; at + 2 < command.ElemCount; at += 3) {
            Triangle triangle{.corners = {}, .clip = command.ClipRect, .texture = command.GetTexID()};
            for (unsigned corner = 0; corner < 3; ++corner) {
                const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + at + corner)];
                triangle.corners[corner] = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
            }
            out.triangles.push_back(triangle);
        }
    }
    return true;
}

std::optional<FrameDamage::Area> FrameDamage::compare(const ImDrawData& frame) {
    const auto lists = static_cast<std::size_t>(frame.CmdListsCount);
    next_.resize(lists);
    bool understood = true;
    for (std::size_t i = 0; i < lists; ++i)
        understood = append(*frame.CmdLists[static_cast<int>(i)], next_[i]) && understood;
    const bool same_screen = frame.DisplaySize.x == size_.x && frame.DisplaySize.y == size_.y &&
                             frame.FramebufferScale.x == scale_.x && frame.FramebufferScale.y == scale_.y;
    const bool comparable = known_ && understood && same_screen && shown_.size() == lists;
    size_ = frame.DisplaySize;
    scale_ = frame.FramebufferScale;
    known_ = understood;
    Bounds bounds;
    const auto add = [&bounds](const Triangle& t) {
        const auto [left, right] = std::minmax({t.corners[0].pos.x, t.corners[1].pos.x, t.corners[2].pos.x});
        const auto [top, bottom] = std::minmax({t.corners[0].pos.y, t.corners[1].pos.y, t.corners[2].pos.y});
        bounds.add(std::max(left, t.clip.x), std::max(top, t.clip.y), std::min(right, t.clip.z),
                   std::min(bottom, t.clip.w));
    };
    for (std::size_t i = 0; comparable && i < lists; ++i) {
        const auto &before = shown_[i].triangles, &now = next_[i].triangles;
        const std::size_t shorter = std::min(before.size(), now.size());
        std::size_t head = 0, tail = 0; // equal at the beginning, and at the end behind it
        while (head < shorter && equal(before[head], now[head])) ++head;
        while (head + tail < shorter && equal(before[before.size() - 1 - tail], now[now.size() - 1 - tail])) ++tail;
        std::for_each(before.begin() + static_cast<std::ptrdiff_t>(head),
                      before.end() - static_cast<std::ptrdiff_t>(tail), add);
        std::for_each(now.begin() + static_cast<std::ptrdiff_t>(head), now.end() - static_cast<std::ptrdiff_t>(tail),
                      add);
    }
    shown_.swap(next_);
    if (!comparable) return std::nullopt;
    const auto in_pixels = [](float value, float scale, float limit) {
        return std::clamp(value * scale, 0.0f, limit * scale);
    };
    if (bounds.right <= bounds.left || bounds.bottom <= bounds.top) return Area{};
    return Area{static_cast<int>(std::floor(in_pixels(bounds.left, scale_.x, size_.x))),
                static_cast<int>(std::floor(in_pixels(bounds.top, scale_.y, size_.y))),
                static_cast<int>(std::ceil(in_pixels(bounds.right, scale_.x, size_.x))),
                static_cast<int>(std::ceil(in_pixels(bounds.bottom, scale_.y, size_.y)))};
}

} // namespace biaokao
