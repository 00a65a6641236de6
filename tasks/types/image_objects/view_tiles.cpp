#include <algorithm>
#include <array>

#include "tasks/types/image_objects/view_pictures.h"

namespace biaokao::image_objects {
namespace {

Tile cut(const Image& image, int x, int y, int width, int height) {
    Tile tile;
    tile.in_image = {static_cast<double>(x), static_cast<double>(y), static_cast<double>(width),
                     static_cast<double>(height)};
    tile.pixels.width = width;
    tile.pixels.height = height;
    tile.pixels.rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int row = y; row < y + height; ++row) {
        const auto* from =
            image.rgba.data() +
            (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 4;
        tile.pixels.rgba.insert(tile.pixels.rgba.end(), from, from + static_cast<std::size_t>(width) * 4);
    }
    return tile;
}

// The mean of squares of `factor` pixels (fewer at the right and lower border).
Image reduced(const Image& image, int factor) {
    Image small;
    small.width = (image.width + factor - 1) / factor;
    small.height = (image.height + factor - 1) / factor;
    small.rgba.reserve(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height) * 4);
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    for (int top = 0; top < image.height; top += factor)
        for (int left = 0; left < image.width; left += factor) {
            const int bottom = std::min(top + factor, image.height), right = std::min(left + factor, image.width);
            std::array<unsigned, 4> sum{};
            for (int y = top; y < bottom; ++y)
                for (int x = left; x < right; ++x)
                    for (std::size_t channel = 0; channel < 4; ++channel)
                        sum[channel] +=
                            image
                                .rgba[static_cast<std::size_t>(y) * stride + static_cast<std::size_t>(x) * 4 + channel];
            const auto count = static_cast<unsigned>((bottom - top) * (right - left));
            for (const unsigned each : sum) small.rgba.push_back(static_cast<std::uint8_t>(each / count));
        }
    return small;
}

} // namespace

Picture picture_from_image(Image image, int whole_up_to, int limit) {
    Picture picture;
    picture.state = Picture::State::ready;
    picture.size = {static_cast<double>(image.width), static_cast<double>(image.height)};
    const Box whole{0, 0, picture.size.x, picture.size.y};
    const int side = std::max(image.width, image.height);
    if (side <= whole_up_to) {
        picture.tiles.push_back({whole, std::move(image), {}});
        return picture;
    }
    const int factor = (side + limit - 1) / limit;
    picture.overview_factor = factor;
    picture.overview.pixels = reduced(image, factor);
    picture.overview.in_image = {0, 0, static_cast<double>(picture.overview.pixels.width * factor),
                                 static_cast<double>(picture.overview.pixels.height * factor)};
    for (int y = 0; y < image.height; y += limit)
        for (int x = 0; x < image.width; x += limit)
            picture.tiles.push_back(
                cut(image, x, y, std::min(limit, image.width - x), std::min(limit, image.height - y)));
    return picture;
}

} // namespace biaokao::image_objects
