#include "engine/media/picture_levels.h"

#include <algorithm>
#include <new>
#include <string>

#include "engine/media/image_rows.h"

namespace biaokao {
namespace {

constexpr int step = 4; // between two levels; read_tile makes the one between them
constexpr double share_of_decoding = 0.9;

std::size_t bytes_of(int width, int height) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
}

PictureLevel empty_level(int factor, int width, int height) {
    // Not zeroed: every byte is written, and touching 300 MB twice is seen.
    return {factor, width, height, std::make_unique_for_overwrite<std::uint8_t[]>(bytes_of(width, height))};
}

// A stored row into its place in the upright picture, where it may stand as a column.
void put_row(PictureLevel& level, const ImageHeader& header, int y, const std::uint8_t* rgba) {
    const auto place = [&](int x) {
        return static_cast<std::ptrdiff_t>(
                   upright_index(header.orientation, x, y, header.stored_width, header.stored_height)) *
               3;
    };
    const std::ptrdiff_t stride = header.stored_width > 1 ? place(1) - place(0) : 0;
    std::uint8_t* to = level.rgb.get() + place(0);
    for (int x = 0; x < header.stored_width; ++x, rgba += 4, to += stride) {
        if (rgba[3] == 255) { // nearly always, and a hundred million times
            to[0] = rgba[0], to[1] = rgba[1], to[2] = rgba[2];
            continue;
        }
        const unsigned alpha = rgba[3], white = 255 * (255 - alpha);
        for (int channel = 0; channel < 3; ++channel)
            to[channel] = static_cast<std::uint8_t>((rgba[channel] * alpha + white) / 255);
    }
}

// The mean of the square of `side` pixels at (x, y), fewer at the right and lower border.
void mean_of_square(const PictureLevel& level, int x, int y, int side, std::uint8_t* mean) {
    const int right = std::min(x + side, level.width), bottom = std::min(y + side, level.height);
    unsigned red = 0, green = 0, blue = 0;
    for (int row = y; row < bottom; ++row) {
        const std::uint8_t* from = level.rgb.get() + bytes_of(level.width, row) + static_cast<std::size_t>(x) * 3;
        for (int column = x; column < right; ++column, from += 3) red += from[0], green += from[1], blue += from[2];
    }
    const auto count = static_cast<unsigned>((right - x) * (bottom - y));
    mean[0] = static_cast<std::uint8_t>(red / count);
    mean[1] = static_cast<std::uint8_t>(green / count);
    mean[2] = static_cast<std::uint8_t>(blue / count);
}

bool reduce_into(const PictureLevel& from, PictureLevel& to, const ReadWatch& watch) {
    std::uint8_t* pixel = to.rgb.get();
    for (int y = 0; y < to.height; ++y) {
        if (watch.stop) return false;
        for (int x = 0; x < to.width; ++x, pixel += 3) mean_of_square(from, x * step, y * step, step, pixel);
    }
    return true;
}

void look_at_first_scan(std::string_view bytes, const ImageHeader& header, ReadWatch& watch) {
    read_first_scan(
        bytes, {.width = reduced_side(header.stored_width, first_scan_scale),
                .height = reduced_side(header.stored_height, first_scan_scale),
                .take = [&](int y, const std::uint8_t* rgba) { watch.first_look.take_row(y, first_scan_scale, rgba); },
                .go_on = [&watch](double) { return !watch.stop; }});
}

} // namespace

int whole_reduction(int width, int height) {
    int reduction = 1;
    while (reduced_side(std::max(width, height), reduction) > picture_tile_px) reduction *= 2;
    return reduction;
}

std::size_t bytes_of_levels(const ImageHeader& header) {
    std::size_t bytes = 0;
    for (int width = header.stored_width, height = header.stored_height;;
         width = reduced_side(width, step), height = reduced_side(height, step)) {
        bytes += bytes_of(width, height);
        if (std::max(width, height) <= picture_tile_px) return bytes;
    }
}

Result<PictureLevels> decode_levels(std::string_view bytes, std::string_view where, ReadWatch& watch) try {
    const auto header = probe_image(bytes, where);
    if (!header) return tl::unexpected(header.error());
    PictureLevels picture{header->width(), header->height(), {}};
    picture.levels.push_back(empty_level(1, picture.width, picture.height));
    watch.first_look.begin(*header);
    if (watch.first_look.wanted()) look_at_first_scan(bytes, *header, watch);
    const RowSink sink{.width = header->stored_width,
                       .height = header->stored_height,
                       .take =
                           [&](int y, const std::uint8_t* rgba) {
                               put_row(picture.levels[0], *header, y, rgba);
                               watch.first_look.take_row(y, 1, rgba);
                           },
                       .go_on =
                           [&watch](double share) {
                               watch.percent = static_cast<int>(std::clamp(share, 0.0, 1.0) * share_of_decoding * 100);
                               return !watch.stop;
                           }};
    if (auto read = read_image_rows(bytes, where, sink); !read) return tl::unexpected(read.error());
    while (std::max(picture.levels.back().width, picture.levels.back().height) > picture_tile_px) {
        const PictureLevel& last = picture.levels.back();
        PictureLevel next =
            empty_level(last.factor * step, reduced_side(last.width, step), reduced_side(last.height, step));
        if (!reduce_into(last, next, watch)) return fail("error.reading_stopped", std::string(where));
        picture.levels.push_back(std::move(next));
    }
    watch.percent = 100;
    return picture;
} catch (const std::bad_alloc&) {
    return fail("error.image_unreadable", std::string(where), {{"reason", "not enough memory"}});
}

Image read_tile(const PictureLevels& picture, int reduction, int x, int y, const ToneTable& tone) {
    const auto level = std::find_if(picture.levels.rbegin(), picture.levels.rend(),
                                    [&](const PictureLevel& each) { return each.factor <= reduction; });
    const int side = std::clamp(reduction / level->factor, 1, step); // of the square that becomes one pixel
    const int left = x * picture_tile_px, top = y * picture_tile_px;
    Image tile;
    tile.width = std::clamp(reduced_side(level->width, side) - left, 0, picture_tile_px);
    tile.height = std::clamp(reduced_side(level->height, side) - top, 0, picture_tile_px);
    tile.rgba.resize(static_cast<std::size_t>(tile.width) * static_cast<std::size_t>(tile.height) * 4);
    std::uint8_t* to = tile.rgba.data();
    for (int row = top; row < top + tile.height; ++row) {
        const std::uint8_t* stored = level->rgb.get();
        if (side == 1) stored += bytes_of(level->width, row) + static_cast<std::size_t>(left) * 3;
        for (int column = left; column < left + tile.width; ++column, to += 4) {
            std::uint8_t mean[3];
            const std::uint8_t* from = side == 1 ? stored + static_cast<std::size_t>(column - left) * 3 : mean;
            if (side > 1) mean_of_square(*level, column * side, row * side, side, mean);
            for (int channel = 0; channel < 3; ++channel) to[channel] = tone[from[channel]];
            to[3] = 255;
        }
    }
    return tile;
}

} // namespace biaokao
