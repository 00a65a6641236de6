// The recording that is open: read and decoded by a worker, so that no frame waits for it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/ui/task_view.h"
#include "engine/media/waveform.h"

namespace biaokao::audio {

class Recording {
public:
    // Begins to load `item` unless it is the one that is open or on its way; the one before is let go.
    void open(TaskFrame& frame, const ItemSpec& item);

    [[nodiscard]] bool loading() const { return state_ && !state_->wave && !state_->error; }
    [[nodiscard]] const Waveform* wave() const { return state_ ? state_->wave.get() : nullptr; }
    [[nodiscard]] const Error* error() const { return state_ && state_->error ? &*state_->error : nullptr; }

private:
    struct State { // outlives the view while a worker is busy for it
        std::unique_ptr<const Waveform> wave;
        std::optional<Error> error;
    };
    std::shared_ptr<State> state_;
    std::string item_;
};

} // namespace biaokao::audio
