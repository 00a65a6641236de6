// What can be measured of a recording without hearing it: how loud, how quiet, how often cut off. Pure.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/media/audio.h"

namespace biaokao {

// Quieter than this for 20 ms is silence: the hiss of a quiet room and a plain microphone lies above −60 dBFS.
constexpr double silence_below_db = -50;

// At full scale: from the largest 16-bit sample on.
constexpr double clipped_from = 32'767.0 / 32'768 - 1e-6;

struct AudioLevels { // dB against full scale; what is absent is digital silence
    std::optional<double> peak_db;
    std::optional<double> rms_db;        // all samples of all channels; a sine of full scale has −3.01
    std::optional<double> loudness_lufs; // integrated, gated; absent below −70 LUFS and for less than 400 ms
    std::optional<double> noise_db;      // the level that nine in ten of the 20 ms frames reach: what is always there
    std::int64_t clipped_samples = 0;    // at full scale, of all channels
    double silence_share = 0;            // of the 20 ms frames
};

// Reads every sample once; to be called on a worker. Loudness after ITU-R BS.1770-4 and EBU R 128 (K-weighting made for
// the recording's own rate, blocks of 400 ms every 100 ms, gates at −70 LUFS and 10 LU below the mean); channels from
// the third on count as plain ones, since files do not say where they stand.
[[nodiscard]] AudioLevels measure_levels(const AudioClip& clip);

} // namespace biaokao
