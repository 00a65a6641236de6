// The play cursor: plays a recording through the platform's sound and follows where the ear is.
#pragma once

#include <memory>

#include "app/platform/sound.h"
#include "engine/answer/answer.h"

namespace biaokao::audio {

class Player {
public:
    explicit Player(Sound& sound) : sound_(sound) {}
    ~Player() { pause(); }
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    void set_clip(std::shared_ptr<const AudioClip> clip); // the cursor goes to its start
    // Once a frame: takes the position over, and notices that the end was reached.
    void update();
    void play(const Segment& range, bool loop);
    // 0.5 … 2.0; what plays goes on from where it is.
    void set_speed(double speed);
    void pause(); // the cursor stays where the ear was
    // Moves the cursor; what plays goes on from there to the end of the recording.
    void seek(double time_s);

    [[nodiscard]] bool playing() const { return playing_; }
    [[nodiscard]] bool looping() const { return playing_ && looping_; }
    [[nodiscard]] bool audible() const { return sound_.audible(); }
    [[nodiscard]] double cursor_s() const { return cursor_s_; }
    [[nodiscard]] double speed() const { return speed_; }

private:
    Sound& sound_;
    std::shared_ptr<const AudioClip> clip_;
    double cursor_s_ = 0, speed_ = 1;
    Segment range_; // that plays
    bool playing_ = false, looping_ = false;
};

} // namespace biaokao::audio
