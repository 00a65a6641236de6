#include <doctest/doctest.h>

#include "app/ui/frame_pacer.h"

using namespace biaokao;

TEST_CASE("frame pacer: an event gives three more frames at once, then the wait begins") {
    FramePacer pacer;
    while (pacer.wait_ms(false, 500) == 0) {}
    CHECK(pacer.wait_ms(true, 500) == 0);
    CHECK(pacer.wait_ms(false, 500) == 0);
    CHECK(pacer.wait_ms(false, 500) == 0);
    CHECK(pacer.wait_ms(false, 500) == 500);
}

TEST_CASE("frame pacer: a window settles by itself after its first frames") {
    FramePacer pacer;
    int frames = 0;
    while (pacer.wait_ms(false, 500) == 0) ++frames;
    CHECK(frames == FramePacer::frames_after_event);
}

TEST_CASE("frame pacer: a tick of the clock draws one frame, not three") {
    FramePacer pacer;
    while (pacer.wait_ms(false, 300) == 0) {}
    // The wait ended because the deadline came; nothing happened besides.
    CHECK(pacer.wait_ms(false, 1000) == 1000);
}

TEST_CASE("frame pacer: waits are never negative, never zero by mistake, never longer than a second") {
    FramePacer pacer;
    while (pacer.wait_ms(false, 300) == 0) {}
    CHECK(pacer.wait_ms(false, -5000) == 1);
    CHECK(pacer.wait_ms(false, 0) == 1);
    CHECK(pacer.wait_ms(false, 3'600'000) == 1000);
}

TEST_CASE("frame pacer: what moves all the time never sleeps") {
    FramePacer pacer;
    for (int frame = 0; frame < 100; ++frame) CHECK(pacer.wait_ms(true, 1000) == 0);
}
