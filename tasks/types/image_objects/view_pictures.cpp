#include "tasks/types/image_objects/view_pictures.h"

#include <algorithm>

#include <imgui.h>

#include "app/ui/imgui_compat.h"

namespace biaokao::image_objects {
namespace {

constexpr int whole_up_to_px = 4096, tile_px = 2048; // dear-imgui.md row 15
constexpr std::size_t budget_in_bytes = 192u << 20;

std::size_t bytes_of(const Picture& picture) { return static_cast<std::size_t>(picture.size.x * picture.size.y * 4); }

std::size_t index_of(const Question& question, const std::string& item) {
    const auto found = std::find_if(question.items.begin(), question.items.end(),
                                    [&](const ItemSpec& spec) { return spec.id == item; });
    return static_cast<std::size_t>(found - question.items.begin());
}

} // namespace

struct PictureStore::Shared {
    std::map<std::string, Picture> pictures; // by item
    int decoding = 0;
};

PictureStore::PictureStore() : shared_(std::make_shared<Shared>()) {}

PictureStore::~PictureStore() {
    for (auto& [id, picture] : shared_->pictures) forget(picture);
}

const Picture& PictureStore::need(TaskFrame& frame, const ItemSpec& item) {
    const auto [entry, fresh] = shared_->pictures.try_emplace(item.id);
    if (!fresh) return entry->second;
    platform_ = &frame.ui.platform();
    ++shared_->decoding;
    const int whole = std::min(whole_up_to_px, std::max(platform_->max_texture_side(), tile_px));
    frame.workers.run([files = frame.pack.files, path = item.file, id = item.id, whole,
                       weak = std::weak_ptr<Shared>(shared_)]() -> std::function<void()> {
        auto image = files->read(path).and_then([&](const std::string& bytes) { return decode_image(bytes, path); });
        auto picture = std::make_shared<Picture>();
        if (image) {
            *picture = picture_from_image(std::move(*image), whole, tile_px);
        } else {
            picture->state = Picture::State::broken;
            picture->error = image.error();
        }
        return [weak, id, picture] {
            const auto shared = weak.lock();
            if (!shared) return; // the view is gone
            --shared->decoding;
            if (const auto waiting = shared->pictures.find(id); waiting != shared->pictures.end())
                waiting->second = std::move(*picture);
        };
    });
    return entry->second;
}

void PictureStore::read_ahead(TaskFrame& frame, const ItemSpec& current) {
    const auto& items = frame.question.items;
    const std::size_t at = index_of(frame.question, current.id);
    if (at + 1 < items.size()) static_cast<void>(need(frame, items[at + 1]));
    if (at > 0) static_cast<void>(need(frame, items[at - 1]));
    std::size_t held = 0;
    for (const auto& [id, picture] : shared_->pictures) held += bytes_of(picture);
    if (held <= budget_in_bytes) return;
    std::erase_if(shared_->pictures, [&](auto& entry) {
        const std::size_t other = index_of(frame.question, entry.first);
        if (entry.second.state == Picture::State::waiting || (other + 1 >= at && other <= at + 1)) return false;
        forget(entry.second);
        return true;
    });
}

void PictureStore::draw(Platform& platform, ImDrawList& list, const ItemSpec& item, const ImageZoom& view) {
    tiles_wait_ = false;
    const auto entry = shared_->pictures.find(item.id);
    if (entry == shared_->pictures.end() || entry->second.state != Picture::State::ready) return;
    Picture& picture = entry->second;
    if (picture.overview_factor > 0) {
        draw_tile(platform, list, picture.overview, view);
        // Sharp enough until one of its pixels is larger than one of the screen.
        if (view.zoom * picture.overview_factor <= 1) return;
    }
    for (Tile& tile : picture.tiles) {
        const Box on_screen = view.screen_from_image(tile.in_image);
        const Box& canvas = view.canvas_in_screen;
        if (on_screen.right() < canvas.x || on_screen.x > canvas.right() || on_screen.bottom() < canvas.y ||
            on_screen.y > canvas.bottom())
            continue;
        draw_tile(platform, list, tile, view);
    }
}

void PictureStore::draw_tile(Platform& platform, ImDrawList& list, Tile& tile, const ImageZoom& view) {
    if (tile.texture.value == 0 && !tile.pixels.rgba.empty()) {
        if (tiles_wait_) return; // one upload a frame
        tile.texture = platform.create_texture(tile.pixels.width, tile.pixels.height, tile.pixels.rgba);
        tile.pixels = {};
        tiles_wait_ = true;
    }
    if (tile.texture.value == 0) return; // nothing can be drawn without a card
    const bool nearest = view.zoom >= nearest_filter_from;
    platform.set_filter(tile.texture, nearest ? TextureFilter::nearest : TextureFilter::smooth);
    const Box at = view.screen_from_image(tile.in_image);
    list.AddImage(compat::texture_id(tile.texture.value), {static_cast<float>(at.x), static_cast<float>(at.y)},
                  {static_cast<float>(at.right()), static_cast<float>(at.bottom())});
}

bool PictureStore::busy() const { return shared_->decoding > 0 || tiles_wait_; }

void PictureStore::forget(const Picture& picture) {
    if (platform_ == nullptr) return;
    for (const Tile& tile : picture.tiles)
        if (tile.texture.value != 0) platform_->destroy_texture(tile.texture);
    if (picture.overview.texture.value != 0) platform_->destroy_texture(picture.overview.texture);
}

} // namespace biaokao::image_objects
