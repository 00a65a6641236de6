// The only file that knows stb_image: it reads the headers of all pictures, and the pixels of BMP. Of its formats only
// those that packs may hold are compiled in: each further one is a door for hostile bytes (TGA and PIC have no
// signature at all).
#include "engine/media/image.h"

#include <climits>
#include <cstring>
#include <memory>

#include "engine/media/image_header.h"
#include "engine/media/image_rows.h"
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

Result<void> read_bmp_rows(std::string_view bytes, std::string_view where, const RowSink& sink) {
    int width = 0, height = 0, channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.data()), static_cast<int>(bytes.size()), &width,
                              &height, &channels, 4),
        &stbi_image_free);
    if (!pixels || width != sink.width || height != sink.height) return tl::unexpected(unreadable(where));
    for (int y = 0; y < height; ++y)
        sink.take(y, pixels.get() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width) * 4);
    return {};
}

} // namespace

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

Result<void> read_image_rows(std::string_view bytes, std::string_view where, const RowSink& sink) {
    if (bytes.starts_with("\x89PNG")) return read_png_rows(bytes, where, sink);
    if (bytes.starts_with("\xFF\xD8")) return read_jpeg_rows(bytes, where, sink);
    return read_bmp_rows(bytes, where, sink);
}

Result<Image> decode_image(std::string_view bytes, std::string_view where) {
    const auto header = probe_image(bytes, where);
    if (!header) return tl::unexpected(header.error());
    Image image{header->stored_width, header->stored_height, {}};
    const std::size_t stride = static_cast<std::size_t>(image.width) * 4;
    image.rgba.resize(stride * static_cast<std::size_t>(image.height));
    const RowSink sink{.width = image.width,
                       .height = image.height,
                       .take =
                           [&](int y, const std::uint8_t* row) {
                               std::memcpy(&image.rgba[static_cast<std::size_t>(y) * stride], row, stride);
                           },
                       .go_on = [](double) { return true; }};
    if (auto read = read_image_rows(bytes, where, sink); !read) return tl::unexpected(read.error());
    return oriented(std::move(image), header->orientation);
}

} // namespace biaokao
