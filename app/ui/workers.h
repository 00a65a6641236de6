// Threads that compute values; what they return is taken up on the main thread, between two frames.
#pragma once

#include <functional>
#include <memory>

namespace biaokao {

class Workers {
public:
    // `wake` is called from a worker when a result waits. threads == 0: everything runs at once (tests).
    Workers(int threads, std::function<void()> wake);
    ~Workers(); // finishes what runs, drops what waits
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // `compute` runs on a worker and returns what to do on the main thread with its result.
    void run(std::function<std::function<void()>()> compute);
    // On the main thread, once a frame: takes up finished results. True when there were any.
    bool take_results();
    [[nodiscard]] bool idle() const; // nothing waits, runs, or is to be taken up
    void wait() const;               // until everything asked for is computed; then take_results()

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace biaokao
