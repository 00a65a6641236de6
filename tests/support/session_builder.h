// Sessions and commands for tests, without a disk.
#pragma once

#include <string>
#include <vector>

#include "engine/session/session.h"
#include "tests/support/fake_clock.h"

namespace biaokao::test {

// Keeps the lines in memory; flush() fails while `trouble` is set.
class MemorySink final : public JournalSink {
public:
    std::string bytes;
    std::vector<std::string> lines;
    std::optional<Error> trouble;

    void append(std::int64_t n, std::string line) override {
        BIAOKAO_ASSERT(n == static_cast<std::int64_t>(lines.size()));
        bytes += line;
        lines.push_back(std::move(line));
    }
    Result<void> flush() override {
        if (trouble) return tl::unexpected(*trouble);
        return {};
    }
};

constexpr std::int64_t minute_ms = 60'000;

inline JournalHeader header(std::string session = "s-1", std::int64_t duration_ms = 30 * minute_ms) {
    return {.session = std::move(session),
            .pack_id = "0a1b2c3d-0000-4000-8000-000000000000",
            .pack_version = "1.0",
            .pack_hash = std::string(64, 'a'),
            .candidate_name = "王小明",
            .candidate_ticket = "0042",
            .mode = Mode::drill,
            .seed = 0xFEDCBA9876543210u,
            .questions = {"q1", "q2"},
            .duration_ms = duration_ms};
}

inline Command add_box(const std::string& id, double x, const std::string& question = "q1",
                       const std::string& item = "p1") {
    const Object object{.item = item, .label = "car", .attributes = {}, .shape = Box{x, 2, 30, 40.5}, .text = ""};
    return {"edit.draw_box", question, {{Change::Op::add, "/objects/" + id, json_from_object(object)}}};
}

inline Command move_box(const std::string& id, double x, const std::string& question = "q1") {
    return {"edit.move_shape",
            question,
            {{Change::Op::replace, "/objects/" + id + "/box", json_from_shape(Box{x, 2, 30, 40.5})}}};
}

inline Command save_item(const std::string& item, const std::string& question = "q1") {
    return {"edit.save", question, {{Change::Op::add, "/items/" + item + "/saved", Json(true)}}};
}

// A session that has been started, its clock and its lines.
struct Sitting {
    FakeClock clock;
    MemorySink sink;
    std::unique_ptr<Session> session;

    explicit Sitting(JournalHeader head = header()) : session(Session::create(std::move(head), clock, sink)) {
        const auto started = session->start();
        BIAOKAO_ASSERT(started.has_value());
    }
};

} // namespace biaokao::test
