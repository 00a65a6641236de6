#include "tasks/types/image_objects/view_tiles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <vector>

#include <imgui.h>

#include "app/ui/imgui_compat.h"

namespace biaokao::image_objects {
namespace {

constexpr int uploads_per_frame = 2, cut_at_once = 4;
constexpr std::size_t kept_tiles = 16; // 5 MB each on the card, which may be this machine's own memory

struct TileRange {
    int left, top, right, bottom; // the last two not included
};

// The tiles of this reduction that touch the canvas.
TileRange tiles_in_view(const PictureLevels& picture, const ImageZoom& view, int reduction) {
    const double side = static_cast<double>(picture_tile_px) * reduction;
    const Box& canvas = view.canvas_in_screen;
    const Vec2 low = view.image_from_screen({canvas.x, canvas.y});
    const Vec2 high = view.image_from_screen({canvas.right(), canvas.bottom()});
    const auto first = [&](double at, int size) {
        return static_cast<int>(std::clamp(std::floor(at / side), 0.0, std::ceil(size / side)));
    };
    const auto end = [&](double at, int size) {
        return static_cast<int>(std::clamp(std::ceil(at / side), 0.0, std::ceil(size / side)));
    };
    return {first(low.x, picture.width), first(low.y, picture.height), end(high.x, picture.width),
            end(high.y, picture.height)};
}

} // namespace

struct TileStore::Shared {
    struct Cut {
        Key key;
        unsigned version;
        Image pixels;
    };
    std::deque<Cut> ready;
    int cutting = 0;
};

int reduction_for(double zoom, int whole) {
    int reduction = 1;
    while (reduction * 2 <= whole && zoom * reduction * 2 <= 1) reduction *= 2;
    return reduction;
}

TileStore::TileStore() : shared_(std::make_shared<Shared>()) {}

TileStore::~TileStore() {
    for (const auto& [key, tile] : tiles_)
        if (tile.texture.value != 0) platform_->destroy_texture(tile.texture);
}

void TileStore::begin_frame(TaskFrame& frame) {
    platform_ = &frame.ui.platform();
    ++frame_;
    some_wait_ = false;
    for (int uploads = 0; uploads < uploads_per_frame && !shared_->ready.empty();) {
        const Shared::Cut cut = std::move(shared_->ready.front());
        shared_->ready.pop_front();
        const auto found = tiles_.find(cut.key);
        if (found == tiles_.end()) continue; // forgotten meanwhile
        Entry& tile = found->second;
        if (tile.texture.value != 0) platform_->destroy_texture(tile.texture);
        tile.texture = platform_->create_texture(cut.pixels.width, cut.pixels.height, cut.pixels.rgba);
        tile.made = true;
        tile.version = cut.version;
        if (tile.asked == cut.version + 1) tile.asked = 0;
        ++uploads;
    }
}

TileStore::Entry& TileStore::want(TaskFrame& frame, Key key, const LevelsPtr& picture, const Tone& tone) {
    Entry& tile = tiles_[key];
    tile.seen = frame_;
    if ((tile.made && tile.version == tone.version) || tile.asked == tone.version + 1) return tile;
    // One tone at a time for a tile: a slider that is pulled does not pile up work.
    if (shared_->cutting >= cut_at_once || tile.asked != 0) {
        some_wait_ = true;
        return tile;
    }
    tile.asked = tone.version + 1;
    ++shared_->cutting;
    frame.workers.run(
        [picture, tone, key = std::move(key), weak = std::weak_ptr<Shared>(shared_)]() -> std::function<void()> {
            auto pixels = std::make_shared<Image>(read_tile(*picture, key.reduction, key.x, key.y, tone.table));
            return [weak, key, version = tone.version, pixels] {
                const auto shared = weak.lock();
                if (!shared) return; // the view is gone
                --shared->cutting;
                shared->ready.push_back({key, version, std::move(*pixels)});
            };
        });
    return tile;
}

void TileStore::draw(TaskFrame& frame, ImDrawList& list, const std::string& item, const LevelsPtr& picture,
                     const ImageZoom& view, const Tone& tone) {
    const int whole = whole_reduction(picture->width, picture->height);
    const int reduction = reduction_for(view.zoom, whole);
    const Key all{item, whole, 0, 0};
    const Entry& under = want(frame, all, picture, tone); // first of all, so that something is seen soon
    const TileRange range = tiles_in_view(*picture, view, reduction);
    std::vector<std::pair<Key, const Entry*>> shown;
    bool complete = true;
    for (int y = range.top; y < range.bottom; ++y)
        for (int x = range.left; x < range.right; ++x) {
            Key key{item, reduction, x, y};
            const Entry& tile = want(frame, key, picture, tone);
            complete = complete && tile.texture.value != 0;
            shown.emplace_back(std::move(key), &tile);
        }
    if (!complete) draw_tile(list, all, *picture, view, under);
    for (const auto& [key, tile] : shown) draw_tile(list, key, *picture, view, *tile);
    drop_unseen(shown.size());
}

void TileStore::draw_tile(ImDrawList& list, const Key& key, const PictureLevels& picture, const ImageZoom& view,
                          const Entry& tile) {
    if (tile.texture.value == 0) return;
    const bool nearest = view.zoom >= nearest_filter_from;
    platform_->set_filter(tile.texture, nearest ? TextureFilter::nearest : TextureFilter::smooth);
    // The last pixel of a reduced row stands for fewer original ones: what it would show beyond the border is cut.
    const auto part = [&](int place, int size) {
        const int reduced = (size + key.reduction - 1) / key.reduction;
        const int first = place * picture_tile_px;
        const int pixels = std::min(picture_tile_px, reduced - first);
        const double from = static_cast<double>(first) * key.reduction;
        const double to = std::min(from + static_cast<double>(pixels) * key.reduction, static_cast<double>(size));
        return std::array{from, to, (to - from) / (static_cast<double>(pixels) * key.reduction)};
    };
    const auto [left, right, u] = part(key.x, picture.width);
    const auto [top, bottom, v] = part(key.y, picture.height);
    const Box at = view.screen_from_image(Box{left, top, right - left, bottom - top});
    list.AddImage(compat::texture_id(tile.texture.value), {static_cast<float>(at.x), static_cast<float>(at.y)},
                  {static_cast<float>(at.right()), static_cast<float>(at.bottom())}, {0, 0},
                  {static_cast<float>(u), static_cast<float>(v)});
}

TextureId TileStore::whole(TaskFrame& frame, const std::string& item, const LevelsPtr& picture, const Tone& tone) {
    return want(frame, {item, whole_reduction(picture->width, picture->height), 0, 0}, picture, tone).texture;
}

void TileStore::drop_unseen(std::size_t in_view) {
    const std::size_t kept = std::max(kept_tiles, in_view + 4);
    while (tiles_.size() > kept) {
        const auto oldest = std::min_element(
            tiles_.begin(), tiles_.end(), [](const auto& a, const auto& b) { return a.second.seen < b.second.seen; });
        if (oldest->second.seen == frame_) return;
        if (oldest->second.texture.value != 0) platform_->destroy_texture(oldest->second.texture);
        tiles_.erase(oldest);
    }
}

void TileStore::forget(const std::string& item) {
    std::erase_if(tiles_, [&](const auto& each) {
        if (each.first.item != item) return false;
        if (each.second.texture.value != 0) platform_->destroy_texture(each.second.texture);
        return true;
    });
    std::erase_if(shared_->ready, [&](const Shared::Cut& cut) { return cut.key.item == item; });
}

bool TileStore::busy() const { return some_wait_ || shared_->cutting > 0 || !shared_->ready.empty(); }

} // namespace biaokao::image_objects
