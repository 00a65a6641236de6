#include "tests/support/tiny_media.h"

#include <cmath>

#include "engine/media/image.h"

namespace biaokao::test {

namespace {

std::string number_bytes(std::uint32_t value, int count, bool big_endian) {
    std::string bytes;
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>((value >> (8 * (big_endian ? count - 1 - i : i))) & 0xFF);
    return bytes;
}

} // namespace

std::string png_bytes(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int value : {255 * x / width, 255 * y / height, 128, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(value));
    return encode_png(image).value();
}

std::string png_header_bytes(std::uint32_t width, std::uint32_t height) {
    std::string bytes("\x89PNG\r\n\x1a\n", 8);
    bytes += number_bytes(13, 4, true) + "IHDR" + number_bytes(width, 4, true) + number_bytes(height, 4, true);
    bytes += std::string("\x08\x06\0\0\0", 5) + std::string(4, '\0');
    return bytes + std::string(4, '\0') + "IDAT" + std::string(4, '\0');
}

std::string exif_bytes(int orientation, bool big_endian) {
    const auto number = [&](std::uint32_t value, int count) { return number_bytes(value, count, big_endian); };
    std::string tiff = (big_endian ? "MM" : "II") + number(42, 2) + number(8, 4);
    tiff += number(1, 2) + number(0x0112, 2) + number(3, 2) + number(1, 4);
    tiff += number(static_cast<std::uint32_t>(orientation), 2) + number(0, 2) + number(0, 4);
    const std::string payload = std::string("Exif\0\0", 6) + tiff;
    return "\xFF\xD8\xFF\xE1" + number_bytes(static_cast<std::uint32_t>(payload.size()) + 2, 2, true) + payload;
}

std::string wav_bytes(double seconds, int sample_rate, int channels) {
    const auto frames = static_cast<std::uint32_t>(std::lround(seconds * sample_rate));
    const auto count = static_cast<std::uint32_t>(channels);
    const auto rate = static_cast<std::uint32_t>(sample_rate);
    const auto number = [](std::uint32_t value, int bytes) { return number_bytes(value, bytes, false); };
    const std::uint32_t data_size = frames * count * 2;
    std::string bytes = "RIFF" + number(36 + data_size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2);
    bytes += number(count, 2) + number(rate, 4) + number(rate * count * 2, 4) + number(count * 2, 2) + number(16, 2);
    bytes += "data" + number(data_size, 4);
    for (std::uint32_t frame = 0; frame < frames; ++frame) {
        const auto sample = std::lround(8'000 * std::sin(2 * M_PI * 440 * frame / sample_rate));
        for (std::uint32_t channel = 0; channel < count; ++channel)
            bytes += number(static_cast<std::uint32_t>(sample) & 0xFFFF, 2);
    }
    return bytes;
}

} // namespace biaokao::test
