// Pictures and recordings of a few bytes, made when a test needs them.
#pragma once

#include <cstdint>
#include <string>

namespace biaokao::test {

// A PNG with a smooth gradient.
[[nodiscard]] std::string png_bytes(int width, int height);
// The first bytes of a PNG that claims this size: enough for a probe, nothing to decode.
[[nodiscard]] std::string png_header_bytes(std::uint32_t width, std::uint32_t height);
// A JPEG start whose EXIF segment holds this orientation, written in either byte order.
[[nodiscard]] std::string exif_bytes(int orientation, bool big_endian);
// 16 bit PCM, a 440 Hz tone.
[[nodiscard]] std::string wav_bytes(double seconds, int sample_rate = 16'000, int channels = 1);

} // namespace biaokao::test
