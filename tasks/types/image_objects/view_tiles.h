// What of a picture lies on the graphics card: the tiles that the canvas shows, at the reduction that fits the zoom.
// Workers cut them; one or two go up in a frame, and what was not seen for a while goes.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/platform/platform.h"
#include "app/ui/task_view.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/picture_look.h"

struct ImDrawList;

namespace biaokao::image_objects {

using LevelsPtr = std::shared_ptr<const PictureLevels>;

class TileStore {
public:
    TileStore();
    ~TileStore();
    TileStore(const TileStore&) = delete;
    TileStore& operator=(const TileStore&) = delete;

    // Once a frame, before the others: brings up what the workers have cut.
    void begin_frame(TaskFrame& frame);
    // What the canvas shows. Where a tile is still missing the whole picture, reduced, is seen in its place.
    void draw(TaskFrame& frame, ImDrawList& list, const std::string& item, const LevelsPtr& picture,
              const ImageZoom& view, const Tone& tone);
    // The whole picture in one tile, as the minimap shows it and a neighbour begins; 0 while it is being cut.
    TextureId whole(TaskFrame& frame, const std::string& item, const LevelsPtr& picture, const Tone& tone);
    void forget(const std::string& item);
    [[nodiscard]] bool busy() const; // a tile is being cut or waits: the next frame should come soon

private:
    struct Key {
        std::string item;
        int reduction = 1, x = 0, y = 0;
        auto operator<=>(const Key&) const = default;
    };
    struct Entry {
        TextureId texture;
        bool made = false;               // perhaps without a texture, where the card refused
        unsigned version = 0, asked = 0; // of the tone; `asked`: one more than what a worker cuts, 0: nothing
        std::uint64_t seen = 0;          // in this frame
    };
    struct Shared; // outlives the store for workers that are still cutting

    Entry& want(TaskFrame& frame, Key key, const LevelsPtr& picture, const Tone& tone);
    void draw_tile(ImDrawList& list, const Key& key, const PictureLevels& picture, const ImageZoom& view,
                   const Entry& tile);
    void drop_unseen(std::size_t in_view);

    std::shared_ptr<Shared> shared_;
    std::map<Key, Entry> tiles_;
    Platform* platform_ = nullptr;
    std::uint64_t frame_ = 0;
    bool some_wait_ = false;
};

// The largest reduction whose pixels are not larger than those of the screen, at most `whole`.
[[nodiscard]] int reduction_for(double zoom, int whole);

} // namespace biaokao::image_objects
