// The only file that knows stb_image. Of its formats only those that packs may hold are compiled in: each further one
// is a door for hostile bytes (TGA and PIC have no signature at all).
#include "engine/media/image.h"

#include <climits>
#include <cstring>
#include <memory>

#include "engine/media/image_header.h"
#include "engine/media/jpeg_tables.h"

#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_NO_STDIO
#include <stb_image.h>

namespace biaokao {

namespace {

Error unreadable(std::string_view where) {
    const char* reason = stbi_failure_reason();
    return {"error.image_unreadable", std::string(where), {{"reason", reason ? reason : "?"}}};
}

// The place of the stored pixel (x, y) in the upright picture (EXIF 2.3, tag 274).
std::size_t upright_index(int orientation, int x, int y, int stored_width, int stored_height) {
    const int right = stored_width - 1 - x;
    const int bottom = stored_height - 1 - y;
    int to_x = x;
    int to_y = y;
    switch (orientation) {
    case 2: to_x = right; break;
    case 3: to_x = right, to_y = bottom; break;
    case 4: to_y = bottom; break;
    case 5: to_x = y, to_y = x; break;
    case 6: to_x = bottom, to_y = x; break;
    case 7: to_x = bottom, to_y = right; break;
    case 8: to_x = y, to_y = right; break;
    default: break;
    }
    const int width = orientation >= 5 ? stored_height : stored_width;
    return static_cast<std::size_t>(to_y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(to_x);
}

} // namespace

Result<ImageHeader> probe_image(std::string_view bytes, std::string_view where) {
    ImageHeader header;
    if (bytes.empty() || bytes.size() > INT_MAX)
        return fail("error.image_unreadable", std::string(where), {{"reason", "size"}});
    if (bytes.front() == '\xFF' && !has_sound_huffman_tables(bytes))
        return fail("error.image_unreadable", std::string(where), {{"reason", "bad Huffman table"}});
    if (!stbi_info_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()),
                               &header.stored_width, &header.stored_height, &header.channels))
        return tl::unexpected(unreadable(where));
    const auto pixels = static_cast<std::int64_t>(header.stored_width) * header.stored_height;
    if (header.stored_width < 1 || header.stored_height < 1)
        return fail("error.image_unreadable", std::string(where), {{"reason", "0 x 0"}});
    if (pixels > max_image_pixels)
        return fail("error.image_too_large", std::string(where),
                    {{"width", std::to_string(header.stored_width)},
                     {"height", std::to_string(header.stored_height)},
                     {"max", std::to_string(max_image_pixels / 1'000'000)}});
    header.orientation = exif_orientation(bytes);
    return header;
}

Image oriented(Image image, int orientation) {
    if (orientation < 2 || orientation > 8) return image;
    Image upright;
    upright.width = orientation >= 5 ? image.height : image.width;
    upright.height = orientation >= 5 ? image.width : image.height;
    upright.rgba.resize(image.rgba.size());
    const std::uint8_t* from = image.rgba.data();
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x, from += 4)
            std::memcpy(&upright.rgba[4 * upright_index(orientation, x, y, image.width, image.height)], from, 4);
    return upright;
}

Result<Image> decode_image(std::string_view bytes, std::string_view where) {
    const auto header = probe_image(bytes, where);
    if (!header) return tl::unexpected(header.error());
    int width = 0;
    int height = 0;
    int channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &width,
                              &height, &channels, 4),
        &stbi_image_free);
    if (!pixels) return tl::unexpected(unreadable(where));
    Image image{width, height, {}};
    const auto size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    image.rgba.assign(pixels.get(), pixels.get() + size);
    return oriented(std::move(image), header->orientation);
}

} // namespace biaokao
