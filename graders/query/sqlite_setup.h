// SQLite as a program needs it that runs queries of strangers: memory counted for each thread, and a clock that stands
// still, so that a query gives the same result on every day.
#pragma once

#include <cstdint>

namespace biaokao {

// Sets SQLite up, once. False where it was in use before: then nothing would limit a query.
[[nodiscard]] bool set_up_sqlite();

constexpr const char* sqlite_still_clock = "biaokao"; // the file system to open connections with

// What SQLite may allocate on this thread while the budget lives. A connection is opened and closed within one.
class SqliteMemoryBudget {
public:
    explicit SqliteMemoryBudget(std::int64_t bytes);
    ~SqliteMemoryBudget();
    SqliteMemoryBudget(const SqliteMemoryBudget&) = delete;
    SqliteMemoryBudget& operator=(const SqliteMemoryBudget&) = delete;

    [[nodiscard]] bool refused() const { return refused_; } // something was asked for beyond it
    [[nodiscard]] bool take(std::int64_t bytes);
    void give_back(std::int64_t bytes) { left_ += bytes; }

private:
    std::int64_t left_;
    bool refused_ = false;
};

} // namespace biaokao
