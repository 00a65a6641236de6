// OpenAL Soft: a streaming source with four buffers of 50 ms, filled by a thread of its own, so that neither a slow
// frame nor a loaded disk makes a gap. A loop goes on inside a buffer at the very sample.
#include <algorithm>
#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <mutex>
#include <numeric>
#include <thread>
#include <vector>

#include <AL/al.h>
#include <AL/alc.h>

#include <dlfcn.h>

#include "app/platform/paced_sound.h"
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
        rate_ = clip->sample_rate;
        loop_ = playback.loop;
        sound_ = std::make_unique<PacedSound>(std::move(clip), playback);
        next_ = 0;
        active_ = sound_->frames_in_first_round() > 0;
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
        while (!free_.empty() && (loop_ || next_ < sound_->frames_in_first_round())) {
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
        paused_at_ = heard();
        reset();
    }
    void rewind() {
        reset();
        paused_at_ = 0;
    }
    [[nodiscard]] double position_s() const { return sound_ ? sound_->position_s(active_ ? heard() : paused_at_) : 0; }
    // Where the next sound would come from once it has ended by itself.
    void note_end() { paused_at_ = next_; }

private:
    void reset() {
        alSourceStop(source_);
        alSourcei(source_, AL_BUFFER, 0);
        queued_.clear();
        free_.assign(buffers_.begin(), buffers_.end());
        active_ = false;
    }

    void queue(ALuint buffer) {
        const int channels = sound_->channels();
        samples_.resize(static_cast<std::size_t>(rate_ * buffer_s) * static_cast<std::size_t>(channels));
        const std::size_t frames = sound_->read(samples_);
        pcm_.clear();
        for (std::size_t i = 0; i < frames * static_cast<std::size_t>(channels); ++i)
            pcm_.push_back(sample_from_float(samples_[i]));
        queued_.push_back(static_cast<std::int64_t>(frames));
        next_ += queued_.back();
        alBufferData(buffer, channels == 2 ? AL_FORMAT_STEREO16 : AL_FORMAT_MONO16, pcm_.data(),
                     static_cast<ALsizei>(pcm_.size() * sizeof(pcm_[0])), rate_);
        alSourceQueueBuffers(source_, 1, &buffer);
    }

    // How many frames came out of the device. AL_SAMPLE_OFFSET counts from the first buffer that is still queued.
    [[nodiscard]] std::int64_t heard() const {
        // The offset first: a source that stops in between tells 0, and only the state says that it means the end.
        ALint offset = 0, state = AL_PLAYING;
        alGetSourcei(source_, AL_SAMPLE_OFFSET, &offset);
        alGetSourcei(source_, AL_SOURCE_STATE, &state);
        if (state == AL_STOPPED) return next_;
        return std::min(next_ - std::accumulate(queued_.begin(), queued_.end(), std::int64_t{0}) + offset, next_);
    }

    ALuint source_ = 0;
    std::array<ALuint, buffer_count> buffers_{};
    std::vector<ALuint> free_;
    std::deque<std::int64_t> queued_; // frames of each buffer that the device has
    std::vector<float> samples_;
    std::vector<std::int16_t> pcm_;
    std::unique_ptr<PacedSound> sound_;
    std::int64_t next_ = 0, paused_at_ = 0; // frames handed to the device; heard before the pause
    int rate_ = 1;
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
