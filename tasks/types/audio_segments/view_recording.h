// The recording that is open: read, decoded and measured by a worker, so that no frame waits for it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/task_view.h"
#include "engine/media/audio_levels.h"
#include "engine/media/waveform.h"

namespace biaokao::audio {

struct MeasuredFacts {
    AudioFacts file;
    AudioLevels levels;
};

class Recording {
public:
    // Begins to load `item` unless it is the one that is open or on its way; the one before is let go.
    void open(TaskFrame& frame, const ItemSpec& item);

    [[nodiscard]] bool loading() const { return state_ && !state_->error && !(state_->read && state_->facts); }
    [[nodiscard]] const Waveform* wave() const { return state_ && state_->read ? &state_->read->mean : nullptr; }
    // One for each channel where there are several, else none. Only while wave() is there.
    [[nodiscard]] const std::vector<Waveform>& channels() const { return state_->read->channels; }
    [[nodiscard]] const Error* error() const { return state_ && state_->error ? &*state_->error : nullptr; }
    // Measured after the waveform is shown: null for a while.
    [[nodiscard]] const MeasuredFacts* facts() const { return state_ && state_->facts ? &*state_->facts : nullptr; }

private:
    struct Read {
        AudioFacts file;
        Waveform mean;
        std::vector<Waveform> channels;
    };
    struct State { // outlives the view while a worker is busy for it
        std::shared_ptr<const Read> read;
        std::optional<MeasuredFacts> facts;
        std::optional<Error> error;
    };
    static Result<std::shared_ptr<const Read>> read_recording(const PackFiles& files, const std::string& path);
    static void measure(Workers& workers, const std::shared_ptr<State>& state);

    std::shared_ptr<State> state_;
    std::string item_;
};

} // namespace biaokao::audio
