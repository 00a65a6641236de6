// OpenAL Soft: a streaming source with four buffers of 50 ms, filled by a thread of its own, so that neither a slow
// frame nor a loaded disk makes a gap. A loop goes on inside a buffer at the very sample.
#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include <AL/al.h>
#include <AL/alc.h>

#include <dlfcn.h>

#include "app/platform/sound_backends.h"

namespace biaokao {
namespace {

constexpr int buffer_count = 4;
constexpr double buffer_s = 0.05;
constexpr auto refill_every = std::chrono::milliseconds(15);

void ignore_message(const char*, int, const char*, int, const char*, ...) {}

// ALSA writes to the terminal while OpenAL Soft looks for a device that is not there. The library stays loaded: the
// handler must not vanish with it.
void silence_alsa() {
    void* library = ::dlopen("libasound.so.2", RTLD_NOW);
    if (library == nullptr) return;
    using Handler = void (*)(const char*, int, const char*, int, const char*, ...);
    using SetHandler = int (*)(Handler);
    if (const auto set_handler = reinterpret_cast<SetHandler>(::dlsym(library, "snd_lib_error_set_handler")))
        set_handler(ignore_message);
}

double steady_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::int16_t sample_from_float(float value) {
    return static_cast<std::int16_t>(std::clamp(value, -1.0f, 1.0f) * 32767.0f);
}

// The device and its context, current for the whole process while this lives.
class Device {
public:
    Device() {
        silence_alsa();
        device_ = alcOpenDevice(nullptr);
        if (device_ == nullptr) return;
        context_ = alcCreateContext(device_, nullptr);
        if (context_ != nullptr && !alcMakeContextCurrent(context_)) {
            alcDestroyContext(context_);
            context_ = nullptr;
        }
    }
    ~Device() {
        alcMakeContextCurrent(nullptr);
        if (context_ != nullptr) alcDestroyContext(context_);
        if (device_ != nullptr) alcCloseDevice(device_);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    [[nodiscard]] bool open() const { return context_ != nullptr; }

private:
    ALCdevice* device_ = nullptr;
    ALCcontext* context_ = nullptr;
};

// One recording on its way to the ear. Calls come from two threads; the owner locks.
class Stream {
public:
    Stream() {
        alGenSources(1, &source_);
        alGenBuffers(buffer_count, buffers_.data());
    }
    ~Stream() {
        reset();
        alDeleteSources(1, &source_);
        alDeleteBuffers(buffer_count, buffers_.data());
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    void begin(std::shared_ptr<const AudioClip> clip, const Playback& playback) {
        reset();
        clip_ = std::move(clip);
        const auto frame_at = [&](double seconds) {
            return std::clamp<std::int64_t>(static_cast<std::int64_t>(seconds * clip_->sample_rate + 0.5), 0,
                                            clip_->frames());
        };
        start_ = frame_at(playback.start_s);
        end_ = frame_at(playback.end_s);
        loop_ = playback.loop;
        next_ = start_;
        active_ = end_ > start_;
        refill();
        if (active_) alSourcePlay(source_);
    }

    // Hands empty buffers back filled; ends when the last one was heard.
    void refill() {
        if (!active_) return;
        ALint processed = 0;
        alGetSourcei(source_, AL_BUFFERS_PROCESSED, &processed);
        for (; processed > 0; --processed) {
            ALuint buffer = 0;
            alSourceUnqueueBuffers(source_, 1, &buffer);
            queued_.pop_front();
            free_.push_back(buffer);
        }
        while (!free_.empty() && (loop_ || next_ < end_)) {
            queue(free_.back());
            free_.pop_back();
        }
        ALint state = AL_PLAYING;
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        if (state != AL_STOPPED) return;
        if (queued_.empty()) active_ = false;
        else alSourcePlay(source_); // the machine was too busy to keep up: go on where it stopped
    }

    [[nodiscard]] bool active() const { return active_; }
    void pause() {
        paused_at_ = position();
        reset();
    }
    void rewind() {
        reset();
        paused_at_ = start_;
    }
    [[nodiscard]] double position_s() const {
        return clip_ ? static_cast<double>(active_ ? position() : paused_at_) / clip_->sample_rate : 0;
    }
    // Where the next sound would come from once it has ended by itself.
    void note_end() { paused_at_ = end_; }

private:
    struct Piece {
        std::int64_t first, frames;
    };

    void reset() {
        alSourceStop(source_);
        alSourcei(source_, AL_BUFFER, 0);
        queued_.clear();
        free_.assign(buffers_.begin(), buffers_.end());
        active_ = false;
    }

    void queue(ALuint buffer) {
        const int channels = clip_->channels == 2 ? 2 : 1;
        const auto wanted = static_cast<std::int64_t>(clip_->sample_rate * buffer_s);
        const std::int64_t frames = loop_ ? wanted : std::min(wanted, end_ - next_);
        queued_.push_back({next_, frames});
        pcm_.clear();
        for (std::int64_t i = 0; i < frames; ++i) {
            append_frame(next_, channels);
            if (++next_ == end_ && loop_) next_ = start_;
        }
        alBufferData(buffer, channels == 2 ? AL_FORMAT_STEREO16 : AL_FORMAT_MONO16, pcm_.data(),
                     static_cast<ALsizei>(pcm_.size() * sizeof(pcm_[0])), clip_->sample_rate);
        alSourceQueueBuffers(source_, 1, &buffer);
    }

    void append_frame(std::int64_t frame, int channels) {
        const float* sample = clip_->samples.data() + frame * clip_->channels;
        if (channels == 2) {
            pcm_.push_back(sample_from_float(sample[0]));
            pcm_.push_back(sample_from_float(sample[1]));
            return;
        }
        float sum = 0; // mono, or more channels than OpenAL knows without extensions
        for (int channel = 0; channel < clip_->channels; ++channel) sum += sample[channel];
        pcm_.push_back(sample_from_float(sum / static_cast<float>(clip_->channels)));
    }

    // AL_SAMPLE_OFFSET counts from the first buffer that is still queued.
    [[nodiscard]] std::int64_t position() const {
        // The offset first: a source that stops in between tells 0, and only the state says that it means the end.
        ALint offset = 0, state = AL_PLAYING;
        alGetSourcei(source_, AL_SAMPLE_OFFSET, &offset);
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        if (state == AL_STOPPED && !queued_.empty()) {
            const Piece& last = queued_.back();
            return loop_ ? next_ : last.first + last.frames;
        }
        std::int64_t left = offset;
        for (const Piece& piece : queued_) {
            if (left < piece.frames) {
                const std::int64_t at = piece.first + left;
                return loop_ ? start_ + (at - start_) % (end_ - start_) : at;
            }
            left -= piece.frames;
        }
        return loop_ ? next_ : end_;
    }

    ALuint source_ = 0;
    std::array<ALuint, buffer_count> buffers_{};
    std::vector<ALuint> free_;
    std::deque<Piece> queued_;
    std::vector<std::int16_t> pcm_;
    std::shared_ptr<const AudioClip> clip_;
    std::int64_t start_ = 0, end_ = 0, next_ = 0, paused_at_ = 0;
    bool loop_ = false, active_ = false;
};

class DeviceSound : public Sound {
public:
    void play(std::shared_ptr<const AudioClip> clip, const Playback& playback) override {
        if (!device_) open();
        if (!stream_) return silent_->play(std::move(clip), playback);
        const std::lock_guard lock(mutex_);
        stream_->begin(std::move(clip), playback);
        work_came_.notify_one();
    }
    void pause() override {
        if (!stream_) return silent_->pause();
        const std::lock_guard lock(mutex_);
        if (stream_->active()) stream_->pause();
    }
    void stop() override {
        if (!stream_) return silent_->stop();
        const std::lock_guard lock(mutex_);
        stream_->rewind();
    }
    [[nodiscard]] bool playing() const override {
        if (!stream_) return silent_->playing();
        const std::lock_guard lock(mutex_);
        return stream_->active();
    }
    [[nodiscard]] double position_s() const override {
        if (!stream_) return silent_->position_s();
        const std::lock_guard lock(mutex_);
        return stream_->position_s();
    }
    // Before the first play nobody knows; the screen then says nothing.
    [[nodiscard]] bool audible() const override { return !device_ || stream_; }

private:
    void open() {
        device_ = std::make_unique<Device>();
        if (!device_->open()) return;
        stream_ = std::make_unique<Stream>();
        feeder_ = std::jthread([this](const std::stop_token& stop) { feed(stop); });
    }

    void feed(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
            if (!stream_->active()) {
                work_came_.wait(lock, stop, [this] { return stream_->active(); });
                continue;
            }
            stream_->refill();
            if (!stream_->active()) stream_->note_end();
            work_came_.wait_for(lock, stop, refill_every, [] { return false; });
        }
    }

    std::unique_ptr<Sound> silent_ = make_clock_sound(steady_s);
    std::unique_ptr<Device> device_;
    std::unique_ptr<Stream> stream_;
    mutable std::mutex mutex_;
    std::condition_variable_any work_came_;
    std::jthread feeder_; // last: it ends before what it uses
};

} // namespace

std::unique_ptr<Sound> make_device_sound() {
    ::setenv("ALSOFT_LOGLEVEL", "0", 0); // here, before any thread: OpenAL Soft reads it when it is first used
    return std::make_unique<DeviceSound>();
}

} // namespace biaokao
