#include "tasks/types/audio_segments/view_recording.h"

namespace biaokao::audio {

namespace {

Result<std::unique_ptr<const Waveform>> read_wave(const PackFiles& files, const std::string& path) {
    const auto bytes = files.read(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto clip = decode_audio(*bytes, path);
    if (!clip) return tl::unexpected(clip.error());
    return std::make_unique<const Waveform>(std::make_shared<const AudioClip>(std::move(*clip)));
}

} // namespace

void Recording::open(TaskFrame& frame, const ItemSpec& item) {
    if (state_ && item_ == item.id) return;
    item_ = item.id;
    state_ = std::make_shared<State>();
    const std::weak_ptr<State> for_whom = state_;
    frame.workers.run([files = frame.pack.files, path = item.file, for_whom]() -> std::function<void()> {
        if (for_whom.expired()) return [] {}; // another recording was opened meanwhile
        using Read = Result<std::unique_ptr<const Waveform>>;
        const auto read = std::make_shared<Read>(read_wave(*files, path)); // a std::function must be copyable
        return [read, for_whom] {
            const auto state = for_whom.lock();
            if (!state) return;
            if (*read) state->wave = std::move(**read);
            else state->error = read->error();
        };
    });
}

} // namespace biaokao::audio
