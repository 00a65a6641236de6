#include <doctest/doctest.h>

#include <atomic>
#include <semaphore>
#include <thread>

#include "app/ui/workers.h"

using namespace biaokao;

TEST_CASE("workers: compute runs elsewhere, its result is taken up here") {
    std::counting_semaphore<8> woken(0);
    Workers workers(2, [&] { woken.release(); });
    const auto here = std::this_thread::get_id();
    std::thread::id computed_on, taken_on;
    workers.run([&] {
        computed_on = std::this_thread::get_id();
        return [&] { taken_on = std::this_thread::get_id(); };
    });
    woken.acquire();
    CHECK_FALSE(workers.idle());
    CHECK(workers.take_results());
    CHECK(computed_on != here);
    CHECK(taken_on == here);
    CHECK(workers.idle());
    CHECK_FALSE(workers.take_results());
}

TEST_CASE("workers: without threads everything is computed at once") {
    Workers workers(0, {});
    int result = 0;
    workers.run([&result] { return [&result] { result = 7; }; });
    CHECK(result == 0); // but taken up between frames only
    CHECK(workers.take_results());
    CHECK(result == 7);
}

TEST_CASE("workers: a result may ask for more work") {
    Workers workers(0, {});
    int steps = 0;
    workers.run([&] {
        return [&] {
            ++steps;
            workers.run([&] { return [&] { ++steps; }; });
        };
    });
    while (!workers.idle()) workers.take_results();
    CHECK(steps == 2);
}

TEST_CASE("workers: the end waits for what runs and drops what waits") {
    std::atomic<int> computed = 0;
    std::binary_semaphore begun(0), go(0);
    {
        Workers workers(1, {});
        workers.run([&] {
            begun.release();
            go.acquire();
            ++computed;
            return std::function<void()>();
        });
        workers.run([&] {
            computed += 100;
            return std::function<void()>();
        });
        begun.acquire();
        go.release();
    }
    CHECK(computed % 100 == 1); // the first one was always finished
}
