// Pictures that take long, are stopped, or are broken: the rest of the question goes on.
#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>

#include "engine/media/picture_levels.h"
#include "tests/rig/task_rig.h"
#include "tests/support/encoded_pictures.h"
#include "tests/support/tiny_media.h"

using namespace biaokao;
using namespace biaokao::test;

namespace {

// The files of a pack, where reading one waits until the test opens the gate.
class GatedFiles : public PackFiles {
public:
    GatedFiles(std::shared_ptr<const PackFiles> files, std::string gated)
        : files_(std::move(files)), gated_(std::move(gated)) {}

    Result<std::string> read(const std::string& path) const override {
        if (path == gated_) {
            std::unique_lock lock(mutex_);
            opened_.wait(lock, [this] { return open_; });
        }
        return files_->read(path);
    }
    const std::map<std::string, std::uint64_t>& sizes() const override { return files_->sizes(); }
    const std::string& location() const override { return files_->location(); }
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        opened_.notify_all();
    }

private:
    std::shared_ptr<const PackFiles> files_;
    std::string gated_;
    mutable std::mutex mutex_;
    mutable std::condition_variable opened_;
    bool open_ = false;
};

struct SlowRoom {
    SlowRoom() {
        Pack pack = *SmallPack().load();
        pack.files = files = std::make_shared<GatedFiles>(pack.files, "media/yard.png");
        rig = std::make_unique<TaskRig>(std::make_shared<const Pack>(std::move(pack)), "boxes", 1);
        rig->frames(3);
    }
    ~SlowRoom() { files->open(); }

    // A key as a person presses it; the driver would wait for the reading.
    void press(Key key) {
        rig->hold_key(key, true);
        rig->hold_key(key, false);
        rig->frames(2);
    }

    std::shared_ptr<GatedFiles> files;
    std::unique_ptr<TaskRig> rig;
};

std::string state_text(TaskRig& rig) {
    const Seen* seen = rig.seen("work/picture_state");
    return seen ? seen->label : std::string();
}

} // namespace

TEST_CASE("reading: while a picture is read the canvas names it with the progress, and the next one can be had") {
    SlowRoom room;
    TaskRig& rig = *room.rig;
    CHECK(state_text(rig).find("media/yard.png") != std::string::npos);
    CHECK(state_text(rig).find("0 %") != std::string::npos);
    CHECK(rig.view().animating());
    CHECK(rig.seen("work/stop_reading")->enabled);
    room.press(Key::d);
    CHECK(rig.view().current_item() == "lane");
    room.files->open();
    CHECK(rig.hand().settle());
    CHECK(state_text(rig).empty());
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag("work/canvas", {50, 50}, {100, 100}));
    CHECK(rig.answer().objects.size() == 1);
}

TEST_CASE("reading: Esc stops it, the canvas says so, and Enter reads again") {
    SlowRoom room;
    TaskRig& rig = *room.rig;
    room.press(Key::escape);
    room.files->open();
    CHECK(rig.hand().settle());
    REQUIRE(rig.seen("work/read_again") != nullptr);
    CHECK(state_text(rig).find("media/yard.png") != std::string::npos);
    CHECK_FALSE(rig.view().animating());
    CHECK(rig.hand().key("Enter"));
    CHECK(rig.seen("work/read_again") == nullptr);
    CHECK(state_text(rig).empty());
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag("work/canvas", {50, 50}, {100, 100}));
    CHECK(rig.answer().objects.size() == 1);
}

TEST_CASE("reading: the buttons do what the keys do") {
    SlowRoom room;
    TaskRig& rig = *room.rig;
    const Box at = rig.seen("work/stop_reading")->in_screen;
    rig.platform().set_mouse(static_cast<float>(at.x + 4), static_cast<float>(at.y + 4));
    rig.frames(1);
    for (const bool down : {true, false}) {
        rig.platform().set_mouse_button(0, down);
        rig.frames(2);
    }
    room.files->open();
    CHECK(rig.hand().settle());
    CHECK(rig.hand().click("work/read_again"));
    CHECK(state_text(rig).empty());
}

TEST_CASE("reading: a question that is left while its picture is read lets go of it") {
    SlowRoom room;
    TaskRig& rig = *room.rig;
    rig.view().put_away();
    room.files->open();
    CHECK(rig.hand().settle()); // drawn again: read anew
    CHECK(state_text(rig).empty());
    CHECK_FALSE(rig.view().animating());
}

TEST_CASE("reading: a JPEG that breaks off is named on the canvas, and the other picture can be worked on") {
    const auto grey = [](int, int) { return Color{90, 90, 90}; };
    const std::string jpeg = jpeg_bytes(640, 480, grey);
    TaskRig rig("boxes", SmallPack().write("media/yard.png", jpeg.substr(0, jpeg.size() / 2)));
    CHECK(state_text(rig).find("media/yard.png") != std::string::npos);
    CHECK(rig.hand().key("D"));
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag("work/canvas", {50, 50}, {100, 100}));
    CHECK(rig.answer().objects.size() == 1);
}

TEST_CASE("reading: a picture of many tiles can be drawn on in its original pixels") {
    const auto paint = [](int x, int y) {
        return Color{static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y), 0};
    };
    TaskRig rig("boxes", SmallPack().write("media/yard.png", jpeg_bytes(2600, 1300, paint, {.quality = 50})));
    CHECK(rig.hand().key("1"));
    CHECK(rig.hand().drag("work/canvas", {2000, 500}, {2400, 1000}));
    REQUIRE(rig.answer().objects.size() == 1);
    const Box& box = std::get<Box>(rig.answer().objects.begin()->second.shape);
    CHECK(box.x == doctest::Approx(2000).epsilon(0.004));
    CHECK(box.width == doctest::Approx(400).epsilon(0.02));
    CHECK_FALSE(rig.view().animating());
    CHECK(rig.hand().key("Ctrl+0"));
    CHECK_FALSE(rig.view().animating());
}
