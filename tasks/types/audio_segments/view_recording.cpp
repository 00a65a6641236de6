#include "tasks/types/audio_segments/view_recording.h"

namespace biaokao::audio {

Result<std::shared_ptr<const Recording::Read>> Recording::read_recording(const PackFiles& files,
                                                                         const std::string& path) {
    const auto bytes = files.read(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto file = probe_audio(*bytes, path);
    if (!file) return tl::unexpected(file.error());
    auto decoded = decode_audio(*bytes, path);
    if (!decoded) return tl::unexpected(decoded.error());
    file->frames = decoded->frames(); // what was read counts, not what a header claims
    const auto clip = std::make_shared<const AudioClip>(std::move(*decoded));
    Read read{std::move(*file), Waveform(clip), {}};
    for (int channel = 0; clip->channels > 1 && channel < clip->channels; ++channel)
        read.channels.emplace_back(clip, channel);
    return std::make_shared<const Read>(std::move(read));
}

void Recording::open(TaskFrame& frame, const ItemSpec& item) {
    if (state_ && item_ == item.id) return;
    item_ = item.id;
    state_ = std::make_shared<State>();
    frame.workers.run([files = frame.pack.files, path = item.file, &workers = frame.workers,
                       for_whom = std::weak_ptr<State>(state_)]() -> std::function<void()> {
        if (for_whom.expired()) return [] {}; // another recording was opened meanwhile
        auto read = read_recording(*files, path);
        return [read = std::move(read), for_whom, &workers] {
            const auto state = for_whom.lock();
            if (!state) return;
            if (!read) {
                state->error = read.error();
                return;
            }
            state->read = *read;
            measure(workers, state);
        };
    });
}

void Recording::measure(Workers& workers, const std::shared_ptr<State>& state) {
    workers.run([read = state->read, for_whom = std::weak_ptr<State>(state)]() -> std::function<void()> {
        if (for_whom.expired()) return [] {};
        return [facts = MeasuredFacts{read->file, measure_levels(*read->mean.clip())}, for_whom] {
            if (const auto waiting = for_whom.lock()) waiting->facts = facts;
        };
    });
}

} // namespace biaokao::audio
