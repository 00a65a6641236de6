// The only file that knows libsndfile. Bytes come from memory: a recording may stand in a zip.
#include "engine/media/audio.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

#include <sndfile.h>

namespace biaokao {

namespace {

struct MemoryFile {
    std::string_view bytes;
    sf_count_t at = 0;
};

sf_count_t length_of(void* user) { return static_cast<sf_count_t>(static_cast<MemoryFile*>(user)->bytes.size()); }

sf_count_t seek_to(sf_count_t offset, int whence, void* user) {
    auto& file = *static_cast<MemoryFile*>(user);
    const sf_count_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? file.at : length_of(user);
    if (base + offset < 0 || base + offset > length_of(user)) return -1;
    return file.at = base + offset;
}

sf_count_t read_from(void* to, sf_count_t count, void* user) {
    auto& file = *static_cast<MemoryFile*>(user);
    const sf_count_t size = std::clamp<sf_count_t>(length_of(user) - file.at, 0, count);
    std::memcpy(to, file.bytes.data() + file.at, static_cast<std::size_t>(size));
    file.at += size;
    return size;
}

sf_count_t write_nothing(const void*, sf_count_t, void*) { return 0; }
sf_count_t tell(void* user) { return static_cast<MemoryFile*>(user)->at; }

struct OpenAudio {
    std::unique_ptr<MemoryFile> memory;
    std::unique_ptr<SNDFILE, decltype(&sf_close)> file{nullptr, &sf_close};
    AudioFacts facts;
};

std::string format_name(int format) {
    SF_FORMAT_INFO info{};
    info.format = format & SF_FORMAT_TYPEMASK;
    switch (info.format) {
    case SF_FORMAT_WAV:
    case SF_FORMAT_WAVEX: return "WAV";
    case SF_FORMAT_FLAC: return "FLAC";
    case SF_FORMAT_OGG: return "Ogg";
    case SF_FORMAT_MPEG: return "MP3";
    default: break;
    }
    const bool known = sf_command(nullptr, SFC_GET_FORMAT_INFO, &info, sizeof info) == 0 && info.name != nullptr;
    return known ? info.name : "?";
}

int bits_of(int format) {
    switch (format & SF_FORMAT_SUBMASK) {
    case SF_FORMAT_PCM_S8:
    case SF_FORMAT_PCM_U8:
    case SF_FORMAT_ULAW:
    case SF_FORMAT_ALAW: return 8;
    case SF_FORMAT_PCM_16: return 16;
    case SF_FORMAT_PCM_24: return 24;
    case SF_FORMAT_PCM_32:
    case SF_FORMAT_FLOAT: return 32;
    case SF_FORMAT_DOUBLE: return 64;
    default: return 0;
    }
}

Result<OpenAudio> open_audio(std::string_view bytes, std::string_view where) {
    OpenAudio audio;
    audio.memory = std::make_unique<MemoryFile>(MemoryFile{bytes, 0});
    SF_VIRTUAL_IO io{length_of, seek_to, read_from, write_nothing, tell};
    SF_INFO info{};
    audio.file.reset(sf_open_virtual(&io, SFM_READ, &info, audio.memory.get()));
    if (!audio.file) return fail("error.audio_unreadable", std::string(where), {{"reason", sf_strerror(nullptr)}});
    if (info.samplerate < 4'000 || info.samplerate > 192'000 || info.channels < 1 || info.channels > max_audio_channels)
        return fail("error.audio_format", std::string(where),
                    {{"rate", std::to_string(info.samplerate)}, {"channels", std::to_string(info.channels)}});
    if (info.frames < 1) return fail("error.audio_empty", std::string(where));
    if (info.frames > max_audio_samples / info.channels)
        return fail("error.audio_too_long", std::string(where),
                    {{"seconds", std::to_string(info.frames / info.samplerate)}});
    audio.facts = {info.samplerate, info.channels, info.frames, format_name(info.format), bits_of(info.format)};
    return audio;
}

} // namespace

Result<AudioFacts> probe_audio(std::string_view bytes, std::string_view where) {
    const auto audio = open_audio(bytes, where);
    if (!audio) return tl::unexpected(audio.error());
    return audio->facts;
}

Result<AudioClip> decode_audio(std::string_view bytes, std::string_view where) {
    const auto audio = open_audio(bytes, where);
    if (!audio) return tl::unexpected(audio.error());
    const AudioFacts& facts = audio->facts;
    AudioClip clip{facts.sample_rate, facts.channels, {}};
    // The frame count of a header may lie (a cut file, a streamed MP3), so it is a hint; what can be read counts.
    constexpr sf_count_t block_frames = 65'536;
    const auto channels = static_cast<std::size_t>(facts.channels);
    const auto limit = static_cast<std::size_t>(max_audio_samples);
    std::size_t filled = 0;
    for (;;) {
        clip.samples.resize(filled + static_cast<std::size_t>(block_frames) * channels);
        const sf_count_t read = sf_readf_float(audio->file.get(), clip.samples.data() + filled, block_frames);
        filled += static_cast<std::size_t>(std::max<sf_count_t>(read, 0)) * channels;
        if (read < block_frames) break;
        if (filled > limit)
            return fail("error.audio_too_long", std::string(where),
                        {{"seconds", std::to_string(filled / channels / static_cast<std::size_t>(facts.sample_rate))}});
    }
    clip.samples.resize(filled);
    clip.samples.shrink_to_fit();
    if (clip.samples.empty()) return fail("error.audio_empty", std::string(where));
    return clip;
}

std::vector<float> mono_samples(const AudioClip& clip) {
    if (clip.channels == 1) return clip.samples;
    const auto channels = static_cast<std::size_t>(clip.channels);
    std::vector<float> mono(clip.samples.size() / channels);
    for (std::size_t frame = 0; frame < mono.size(); ++frame) {
        float sum = 0;
        for (std::size_t channel = 0; channel < channels; ++channel) sum += clip.samples[frame * channels + channel];
        mono[frame] = sum / static_cast<float>(channels);
    }
    return mono;
}

} // namespace biaokao
