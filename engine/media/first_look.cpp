#include "engine/media/first_look.h"

#include <algorithm>

#include "engine/media/image_rows.h"
#include "engine/media/picture_levels.h"

namespace biaokao {
namespace {

constexpr int smallest_reduction = 8; // less is read in a moment
constexpr int steps = 16;             // in which it is noticeably more

} // namespace

void FirstLook::begin(const ImageHeader& header) {
    const int reduction = whole_reduction(header.stored_width, header.stored_height);
    if (reduction < smallest_reduction) return;
    const std::lock_guard lock(mutex_);
    header_ = header;
    reduction_ = reduction;
    row_width_ = reduced_side(header.stored_width, reduction);
    row_count_ = reduced_side(header.stored_height, reduction);
    const bool turned = header.orientation >= 5;
    Image picture{.width = turned ? row_count_ : row_width_, .height = turned ? row_width_ : row_count_, .rgba = {}};
    picture.rgba.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 4);
    seen_ = {.width = header.width(), .height = header.height(), .rows = 0, .picture = std::move(picture)};
}

void FirstLook::take_row(int y, int scale, const std::uint8_t* rgba) {
    if (reduction_ == 0) return;
    const int every = std::max(reduction_ / scale, 1), row = y / every;
    if (y % every != 0 || row < seen_.rows || row >= row_count_) return; // rows: of this thread alone
    const std::lock_guard lock(mutex_);
    for (int x = 0; x < row_width_; ++x) {
        const std::uint8_t* from = rgba + static_cast<std::ptrdiff_t>(x) * every * 4;
        const std::size_t place = upright_index(header_.orientation, x, row, row_width_, row_count_) * 4;
        std::uint8_t* to = seen_.picture.rgba.data() + place;
        const unsigned alpha = from[3];
        for (int channel = 0; channel < 3; ++channel)
            to[channel] = static_cast<std::uint8_t>((from[channel] * alpha + 255 * (255 - alpha)) / 255); // on white
        to[3] = 255;
    }
    seen_.rows = row + 1;
}

std::optional<FirstLook::Seen> FirstLook::newer_than(int rows) const {
    const std::lock_guard lock(mutex_);
    const bool complete = seen_.rows == row_count_;
    if (seen_.rows <= rows || (!complete && seen_.rows - rows < row_count_ / steps)) return std::nullopt;
    return seen_;
}

} // namespace biaokao
