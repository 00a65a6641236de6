// What is seen of a large picture while it is still being read: one pixel for each square of 8 × 8 or more, from the
// top as its rows come, or all at once from the first scan of a progressive JPEG. One thread fills it, another looks.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>

#include "engine/media/image.h"
#include "engine/media/image_header.h"

namespace biaokao {

class FirstLook {
public:
    // Once, by the thread that reads. A picture that is read in a moment needs none: then nothing happens below.
    void begin(const ImageHeader& header);
    // A stored row of the picture reduced by `scale` (1; or 8, as JPEG decodes in passing), four bytes a pixel. Rows
    // come from the top; those that are there already are passed over.
    void take_row(int y, int scale, const std::uint8_t* rgba);

    [[nodiscard]] bool wanted() const { return reduction_ > 0; } // asked by the thread that reads

    struct Seen {
        int width = 0, height = 0; // of the whole picture, upright
        int rows = 0;              // that are there
        Image picture;             // reduced and upright; what is not there yet is transparent
    };
    // What there is by now, where that is noticeably more than `rows`.
    [[nodiscard]] std::optional<Seen> newer_than(int rows) const;

private:
    mutable std::mutex mutex_;
    ImageHeader header_;
    int reduction_ = 0;                 // 0: not wanted
    int row_width_ = 0, row_count_ = 0; // as stored
    Seen seen_;
};

} // namespace biaokao
