#include "app/ui/workers.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace biaokao {

struct Workers::State {
    std::function<void()> wake;
    std::mutex mutex;
    std::condition_variable work_came, work_went;
    std::deque<std::function<std::function<void()>()>> waiting;
    std::vector<std::function<void()>> finished;
    int running = 0;
    bool ending = false;
    std::vector<std::jthread> threads; // last: joined before the rest goes

    void work() {
        std::unique_lock lock(mutex);
        while (true) {
            work_came.wait(lock, [this] { return ending || !waiting.empty(); });
            if (ending) return;
            auto compute = std::move(waiting.front());
            waiting.pop_front();
            ++running;
            lock.unlock();
            auto result = compute();
            compute = nullptr; // what it holds may be large, and must not die under the lock
            lock.lock();
            --running;
            finished.push_back(std::move(result));
            work_went.notify_all();
            if (ending) return;
            lock.unlock();
            if (wake) wake();
            lock.lock();
        }
    }
};

Workers::Workers(int threads, std::function<void()> wake) : state_(std::make_unique<State>()) {
    state_->wake = std::move(wake);
    for (int i = 0; i < threads; ++i) state_->threads.emplace_back([state = state_.get()] { state->work(); });
}

Workers::~Workers() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->ending = true;
    }
    state_->work_came.notify_all();
}

void Workers::run(std::function<std::function<void()>()> compute) {
    if (state_->threads.empty()) {
        auto result = compute();
        const std::lock_guard lock(state_->mutex);
        state_->finished.push_back(std::move(result));
        return;
    }
    {
        const std::lock_guard lock(state_->mutex);
        state_->waiting.push_back(std::move(compute));
    }
    state_->work_came.notify_one();
}

bool Workers::take_results() {
    std::vector<std::function<void()>> results;
    {
        const std::lock_guard lock(state_->mutex);
        results.swap(state_->finished);
    }
    for (const auto& take : results)
        if (take) take();
    return !results.empty();
}

void Workers::wait() const {
    std::unique_lock lock(state_->mutex);
    state_->work_went.wait(lock, [this] { return state_->waiting.empty() && state_->running == 0; });
}

bool Workers::idle() const {
    const std::lock_guard lock(state_->mutex);
    return state_->waiting.empty() && state_->running == 0 && state_->finished.empty();
}

} // namespace biaokao
