#include "engine/media/waveform.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace biaokao {

namespace {

// Below this, reading the samples themselves is as quick as a level would be; the pyramid adds a sixth of the memory.
constexpr std::int64_t first_block = 16;
constexpr std::int64_t blocks_per_parent = 4;

constexpr WaveColumn nothing{std::numeric_limits<float>::max(), std::numeric_limits<float>::lowest()};

void widen(WaveColumn& column, const WaveColumn& by) {
    column.low = std::min(column.low, by.low);
    column.high = std::max(column.high, by.high);
}

} // namespace

Waveform::Waveform(std::shared_ptr<const AudioClip> clip, int channel) : clip_(std::move(clip)), channel_(channel) {
    const std::int64_t total = frames();
    std::vector<WaveColumn> level(static_cast<std::size_t>((total + first_block - 1) / first_block), nothing);
    for (std::int64_t frame = 0; frame < total; ++frame) {
        const float value = sample(frame);
        widen(level[static_cast<std::size_t>(frame / first_block)], {value, value});
        peak_ = std::max(peak_, std::abs(value));
    }
    while (level.size() > 1) {
        std::vector<WaveColumn> parent((level.size() + blocks_per_parent - 1) / blocks_per_parent, nothing);
        for (std::size_t i = 0; i < level.size(); ++i) widen(parent[i / blocks_per_parent], level[i]);
        levels_.push_back(std::move(level));
        level = std::move(parent);
    }
    if (!level.empty()) levels_.push_back(std::move(level));
}

WaveColumn Waveform::range(std::int64_t begin, std::int64_t end) const {
    begin = std::max<std::int64_t>(begin, 0);
    end = std::min(end, frames());
    if (begin >= end) return {};
    WaveColumn found = nothing;
    std::int64_t block = 1; // frames of one entry of the present level; 1 = the samples themselves
    std::size_t level = 0;  // levels_[level - 1], 0 = samples
    const auto take = [&](std::int64_t at) {
        if (level == 0) {
            const float value = sample(at);
            widen(found, {value, value});
        } else {
            widen(found, levels_[level - 1][static_cast<std::size_t>(at / block)]);
        }
    };
    // Both ragged ends are taken from this level, the rest from the next coarser one, and so on: at most
    // 2 × 15 samples and 2 × 3 blocks of each level.
    for (;;) {
        const std::int64_t parent = level == 0 ? first_block : block * blocks_per_parent;
        if (level == levels_.size() || end - begin < 2 * parent) break;
        for (; begin % parent != 0; begin += block) take(begin);
        while (end % parent != 0) {
            end -= block;
            take(end);
        }
        block = parent;
        ++level;
    }
    for (; begin < end; begin += block) take(begin);
    return found;
}

std::optional<std::int64_t> Waveform::zero_crossing_near(std::int64_t frame, std::int64_t radius) const {
    const auto crosses = [&](std::int64_t at) {
        return at > 0 && at < frames() && (sample(at - 1) < 0) != (sample(at) < 0);
    };
    for (std::int64_t away = 0; away <= radius; ++away)
        for (const std::int64_t at : {frame - away, frame + away})
            if (crosses(at)) return at;
    return std::nullopt;
}

void Waveform::columns(double start_frame, double frames_per_column, std::span<WaveColumn> out) const {
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto begin =
            static_cast<std::int64_t>(std::floor(start_frame + static_cast<double>(i) * frames_per_column));
        const auto end =
            static_cast<std::int64_t>(std::floor(start_frame + static_cast<double>(i + 1) * frames_per_column));
        out[i] = range(begin, std::max(end, begin + 1));
    }
}

} // namespace biaokao
