// Decides how long the program may sleep before the next frame, so that an open window costs next to nothing.
//
// Whatever happens (an event, a worker's result, something that moves) gives three more frames at once: pop-ups need
// two to settle, and ImGui's hover one more. Then the next frame comes at the next known change. A tick of the exam
// clock is such a change and draws exactly one frame.
#pragma once

#include <algorithm>
#include <cstdint>

namespace biaokao {

class FramePacer {
public:
    static constexpr int frames_after_event = 3;
    static constexpr std::int64_t longest_wait_ms = 1000;

    // After each frame. `something_happened` since the call before; `next_change_in_ms`: of itself. 0 = at once.
    [[nodiscard]] std::int64_t wait_ms(bool something_happened, std::int64_t next_change_in_ms) {
        if (something_happened) frames_left_ = frames_after_event;
        if (frames_left_ > 0) {
            --frames_left_;
            return 0;
        }
        return std::clamp<std::int64_t>(next_change_in_ms, 1, longest_wait_ms);
    }

private:
    int frames_left_ = frames_after_event; // the first frame of a window is an event
};

} // namespace biaokao
