// The only file that knows stb_image_write.
#include "engine/media/image.h"

#include <climits>

#define STB_IMAGE_WRITE_STATIC
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STBI_WRITE_NO_STDIO
#include <stb_image_write.h>

namespace biaokao {

Result<std::string> encode_png(const Image& image) {
    const auto size = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
    if (size == 0 || size > INT_MAX / 2 || size != image.rgba.size())
        return fail("error.image_unwritable", std::to_string(image.width) + " x " + std::to_string(image.height));
    std::string png;
    const auto append = [](void* context, void* data, int count) {
        static_cast<std::string*>(context)->append(static_cast<const char*>(data), static_cast<std::size_t>(count));
    };
    if (!stbi_write_png_to_func(append, &png, image.width, image.height, 4, image.rgba.data(), image.width * 4))
        return fail("error.image_unwritable", std::to_string(image.width) + " x " + std::to_string(image.height));
    return png;
}

} // namespace biaokao
