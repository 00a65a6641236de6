#include "engine/media/audio_levels.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace biaokao {

namespace {

constexpr double frame_s = 0.020, hop_s = 0.100;
constexpr int hops_of_a_block = 4;
constexpr double noise_percentile = 0.10;
constexpr double absolute_gate_lufs = -70, relative_gate_lu = -10;

std::optional<double> db_from_power(double power) {
    if (!(power > 0)) return std::nullopt;
    return 10 * std::log10(power);
}

struct Biquad {
    double b0, b1, b2, a1, a2;
    double s1 = 0, s2 = 0; // transposed direct form II
    double next(double in) {
        const double out = b0 * in + s1;
        s1 = b1 * in - a1 * out + s2;
        s2 = b2 * in - a2 * out;
        return out;
    }
};

// The two stages of BS.1770's K-weighting as analogue prototypes (frequency, gain, Q), made digital for any rate; at
// 48 kHz they give the coefficients of its tables 1 and 2.
Biquad head_shelf(double rate) {
    const double k = std::tan(std::numbers::pi * 1681.974450955533 / rate), q = 0.7071752369554196;
    const double high = std::pow(10.0, 3.999843853973347 / 20), band = std::pow(high, 0.4996667741545416);
    const double a0 = 1 + k / q + k * k;
    return {(high + band * k / q + k * k) / a0, 2 * (k * k - high) / a0, (high - band * k / q + k * k) / a0,
            2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
}

Biquad low_cut(double rate) {
    const double k = std::tan(std::numbers::pi * 38.13547087602444 / rate), q = 0.5003270373238773;
    const double a0 = 1 + k / q + k * k;
    return {1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / q + k * k) / a0};
}

double lufs_from_power(double power) { return -0.691 + 10 * std::log10(power); }

double mean_above(const std::vector<double>& powers, double gate_lufs) {
    double sum = 0;
    std::size_t count = 0;
    for (const double power : powers) {
        if (!(power > 0) || lufs_from_power(power) < gate_lufs) continue;
        sum += power;
        ++count;
    }
    return count == 0 ? 0 : sum / static_cast<double>(count);
}

// `hops`: the weighted power of each 100 ms, all channels together.
std::optional<double> integrated_loudness(const std::vector<double>& hops) {
    std::vector<double> blocks;
    for (std::size_t first = 0; first + hops_of_a_block <= hops.size(); ++first) {
        double sum = 0;
        for (std::size_t i = 0; i < hops_of_a_block; ++i) sum += hops[first + i];
        blocks.push_back(sum / hops_of_a_block);
    }
    const double loud = mean_above(blocks, absolute_gate_lufs);
    if (!(loud > 0)) return std::nullopt;
    return lufs_from_power(mean_above(blocks, lufs_from_power(loud) + relative_gate_lu));
}

// Adds up a value for each frame and closes a block after every `length` of them; a rest is left out.
class Blocks {
public:
    explicit Blocks(std::int64_t length) : length_(std::max<std::int64_t>(length, 1)) {}
    void add(double value) {
        sum_ += value;
        if (++count_ < length_) return;
        means.push_back(sum_ / static_cast<double>(length_));
        sum_ = 0;
        count_ = 0;
    }
    std::vector<double> means;

private:
    std::int64_t length_, count_ = 0;
    double sum_ = 0;
};

void measure_frames(std::vector<double> powers, AudioLevels& levels) {
    if (powers.empty()) return;
    const double quiet = std::pow(10.0, silence_below_db / 10);
    const auto silent = std::ranges::count_if(powers, [&](double power) { return power < quiet; });
    levels.silence_share = static_cast<double>(silent) / static_cast<double>(powers.size());
    std::erase_if(powers, [](double power) { return power <= 0; }); // cut out or padded, not recorded
    if (powers.empty()) return;
    const auto place = static_cast<std::ptrdiff_t>(noise_percentile * static_cast<double>(powers.size() - 1));
    std::ranges::nth_element(powers, powers.begin() + place);
    levels.noise_db = db_from_power(powers[static_cast<std::size_t>(place)]);
}

} // namespace

AudioLevels measure_levels(const AudioClip& clip) {
    AudioLevels levels;
    const double rate = clip.sample_rate;
    const auto channels = static_cast<std::size_t>(clip.channels);
    std::vector<Biquad> shelves(channels, head_shelf(rate)), cuts(channels, low_cut(rate));
    Blocks frames(std::llround(frame_s * rate)), hops(std::llround(hop_s * rate));
    double peak = 0, sum = 0;
    for (std::size_t at = 0; at + channels <= clip.samples.size(); at += channels) {
        double power = 0, weighted_power = 0;
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const double value = std::isfinite(clip.samples[at + channel]) ? clip.samples[at + channel] : 0.0;
            peak = std::max(peak, std::abs(value));
            levels.clipped_samples += std::abs(value) >= clipped_from ? 1 : 0;
            power += value * value;
            const double weighted = cuts[channel].next(shelves[channel].next(value));
            weighted_power += weighted * weighted;
        }
        sum += power;
        frames.add(power / static_cast<double>(channels));
        hops.add(weighted_power);
    }
    levels.peak_db = db_from_power(peak * peak);
    levels.rms_db = db_from_power(sum / static_cast<double>(std::max<std::size_t>(clip.samples.size(), 1)));
    levels.loudness_lufs = integrated_loudness(hops.means);
    measure_frames(std::move(frames.means), levels);
    return levels;
}

} // namespace biaokao
