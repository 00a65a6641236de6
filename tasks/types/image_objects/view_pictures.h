// The pictures of a question on the graphics card: decoded by a worker, cut into tiles where they are large, brought
// up one tile a frame, and the next one read ahead.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/platform/platform.h"
#include "app/ui/task_view.h"
#include "engine/media/image.h"
#include "tasks/types/image_objects/image_zoom.h"

struct ImDrawList;

namespace biaokao::image_objects {

struct Tile {
    Box in_image;
    Image pixels; // empty once it lies on the card
    TextureId texture;
};

struct Picture {
    enum class State { waiting, ready, broken };
    State state = State::waiting;
    Vec2 size; // original pixels
    Error error;
    std::vector<Tile> tiles; // one, or squares of 2,048 pixels
    Tile overview;           // reduced, for a large picture seen from afar
    int overview_factor = 0; // original pixels in one of its pixels; 0: there is none
};

class PictureStore {
public:
    PictureStore();
    ~PictureStore();
    PictureStore(const PictureStore&) = delete;
    PictureStore& operator=(const PictureStore&) = delete;

    // The picture of this item; its decoding begins with the first question for it.
    const Picture& need(TaskFrame& frame, const ItemSpec& item);
    // Starts the decoding of the neighbours and lets go of what is far away once more than the budget is held.
    void read_ahead(TaskFrame& frame, const ItemSpec& current);
    // Draws what the canvas shows, and uploads at most one tile.
    void draw(Platform& platform, ImDrawList& list, const ItemSpec& item, const ImageZoom& view);
    // A decode runs or tiles wait: the next frame should come soon.
    [[nodiscard]] bool busy() const;

private:
    struct Shared; // outlives the store for workers that are still decoding
    std::shared_ptr<Shared> shared_;
    Platform* platform_ = nullptr;
    bool tiles_wait_ = false;

    void draw_tile(Platform& platform, ImDrawList& list, Tile& tile, const ImageZoom& view);
    void forget(const Picture& picture);
};

// Cuts a decoded picture into tiles of at most `limit` pixels a side where it is larger than `whole_up_to`, with a
// reduced overview. Runs on a worker.
[[nodiscard]] Picture picture_from_image(Image image, int whole_up_to, int limit);

} // namespace biaokao::image_objects
