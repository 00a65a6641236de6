// The pictures of a question: decoded by a worker, the neighbours ahead, and only one large one at a time.
//
// What counts is memory: a picture of 100 megapixels takes 320 MB, and a room's machines have little.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/ui/task_view.h"
#include "engine/media/picture_levels.h"
#include "tasks/types/image_objects/image_zoom.h"
#include "tasks/types/image_objects/view_first_look.h"
#include "tasks/types/image_objects/view_tiles.h"

namespace biaokao::image_objects {

struct Picture {
    enum class State {
        waiting,
        ready,
        broken,
        stopped,  // by the person
        postponed // too large to be read before somebody looks at it
    };
    State state = State::waiting;
    Vec2 size; // original pixels
    Error error;
    LevelsPtr levels;
    std::shared_ptr<ReadWatch> watch;
    bool ahead = false;                           // it was begun as a neighbour
    std::unique_ptr<FirstLookTexture> first_look; // until the picture itself is on the card

    // It can be worked on: it is there, or as much of it as a first look shows.
    [[nodiscard]] bool shown() const { return state == State::ready || (state == State::waiting && size.x > 0); }
    [[nodiscard]] int percent() const { return watch ? watch->percent.load() : 0; }
};

class PictureStore {
public:
    PictureStore();
    ~PictureStore();
    PictureStore(const PictureStore&) = delete;
    PictureStore& operator=(const PictureStore&) = delete;

    // The picture that is looked at now; its decoding begins with the first question for it, and a large one that was
    // looked at before goes.
    const Picture& need(TaskFrame& frame, const ItemSpec& item, const Tone& tone);
    // Reads the neighbours, as far as they are small enough, and lets go of what is far away.
    void read_ahead(TaskFrame& frame, const ItemSpec& current, const Tone& tone);
    void draw(TaskFrame& frame, ImDrawList& list, const ItemSpec& item, const ImageZoom& view, const Tone& tone);
    // The whole of a picture that is ready, as one texture; 0 while that is being made.
    TextureId whole(TaskFrame& frame, const ItemSpec& item, const Tone& tone);

    void stop_reading(const ItemSpec& item);
    void read_again(const ItemSpec& item); // after it was stopped
    void let_go();                         // of everything: the question is left
    [[nodiscard]] bool busy() const;       // the next frame should come soon

private:
    struct Shared; // outlives the store for workers that are still decoding

    void start(TaskFrame& frame, const ItemSpec& item, Picture& picture, std::size_t limit_in_bytes);
    void let_go_of_large();
    void forget(const std::string& item);

    std::shared_ptr<Shared> shared_;
    TileStore tiles_;
    std::string current_;
};

} // namespace biaokao::image_objects
