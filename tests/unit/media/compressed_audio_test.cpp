// Positions in compressed recordings: clicks are written with libsndfile at known samples and must be found there,
// early and late alike, or every segment of a long recording would be off.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include <sndfile.h>

#include "engine/media/audio.h"

using namespace biaokao;

namespace {

struct Written {
    std::string bytes;
    std::size_t at = 0;
};

sf_count_t size_of(void* user) { return static_cast<sf_count_t>(static_cast<Written*>(user)->bytes.size()); }
sf_count_t seek_to(sf_count_t offset, int whence, void* user) {
    auto& to = *static_cast<Written*>(user);
    const sf_count_t base = whence == SEEK_SET   ? 0
                            : whence == SEEK_CUR ? static_cast<sf_count_t>(to.at)
                                                 : size_of(user);
    to.at = static_cast<std::size_t>(base + offset);
    return base + offset;
}
sf_count_t read_back(void* out, sf_count_t count, void* user) {
    auto& from = *static_cast<Written*>(user);
    const std::size_t left = from.bytes.size() - std::min(from.at, from.bytes.size());
    const std::size_t size = std::min(static_cast<std::size_t>(count), left);
    std::memcpy(out, from.bytes.data() + from.at, size);
    from.at += size;
    return static_cast<sf_count_t>(size);
}
sf_count_t write_to(const void* data, sf_count_t count, void* user) {
    auto& to = *static_cast<Written*>(user);
    to.bytes.resize(std::max(to.bytes.size(), to.at + static_cast<std::size_t>(count)));
    std::memcpy(to.bytes.data() + to.at, data, static_cast<std::size_t>(count));
    to.at += static_cast<std::size_t>(count);
    return count;
}
sf_count_t tell(void* user) { return static_cast<sf_count_t>(static_cast<Written*>(user)->at); }

// Silence with a burst of 1 kHz, 5 ms long, at every multiple of `every`. Empty where this libsndfile cannot write it.
std::string click_track(int format, int rate, std::int64_t frames, std::int64_t every) {
    SF_INFO info{};
    info.samplerate = rate;
    info.channels = 1;
    info.format = format;
    if (sf_format_check(&info) == 0) return {};
    Written written;
    SF_VIRTUAL_IO io{size_of, seek_to, read_back, write_to, tell};
    SNDFILE* file = sf_open_virtual(&io, SFM_WRITE, &info, &written);
    if (file == nullptr) return {};
    std::vector<float> block(static_cast<std::size_t>(every));
    const auto burst = static_cast<std::size_t>(rate / 200);
    for (std::size_t i = 0; i < burst; ++i)
        block[i] = 0.8F * std::sin(2 * 3.14159265F * 1'000 * static_cast<float>(i) / static_cast<float>(rate));
    for (std::int64_t at = 0; at < frames; at += every) sf_writef_float(file, block.data(), every);
    sf_close(file);
    return written.bytes;
}

// The frame near `expected` at which the burst best begins: the largest product with the burst itself.
std::int64_t found_at(const AudioClip& clip, std::int64_t expected, std::int64_t around) {
    const int burst = clip.sample_rate / 200;
    std::int64_t best_at = -1;
    double best = 0;
    for (std::int64_t at = expected - around; at <= expected + around; ++at) {
        double sum = 0;
        for (int i = 0; i < burst; ++i)
            sum += sample_of(clip, at + i, all_channels) * std::sin(2 * 3.14159265 * 1'000 * i / clip.sample_rate);
        if (sum > best) {
            best = sum;
            best_at = at;
        }
    }
    return best_at;
}

void check_positions(int format, int minutes) {
    constexpr int rate = 8'000;
    constexpr std::int64_t every = 10 * rate;
    const std::int64_t frames = std::int64_t{minutes} * 60 * rate;
    const std::string bytes = click_track(format, rate, frames, every);
    if (bytes.empty()) {
        MESSAGE("skipped: this libsndfile does not write format ", format);
        return;
    }
    const auto clip = decode_audio(bytes, "clicks");
    REQUIRE(clip.has_value());
    CHECK(clip->sample_rate == rate);
    CHECK(std::abs(clip->frames() - frames) <= rate / 10); // an MP3 may end with the rest of its last frame
    // Every click within a millisecond, early and late: after 5 minutes that leaves at most 6 ms in 30.
    for (std::int64_t at = every; at < frames; at += every) {
        CAPTURE(at);
        CHECK(std::abs(found_at(*clip, at, rate / 50) - at) <= rate / 1'000);
    }
}

} // namespace

TEST_CASE("compressed recordings: FLAC keeps every position over thirty minutes") {
    check_positions(SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 30);
}

TEST_CASE("compressed recordings: Ogg Vorbis keeps every position") {
    check_positions(SF_FORMAT_OGG | SF_FORMAT_VORBIS, 5);
}

TEST_CASE("compressed recordings: MP3 keeps every position") {
    check_positions(SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, 5);
}
