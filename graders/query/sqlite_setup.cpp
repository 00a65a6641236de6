#include "graders/query/sqlite_setup.h"

#include <sqlite3.h>

#include "engine/base/result.h"

namespace biaokao {
namespace {

// SQLite has one limit for the whole process. With that a greedy query would fail those of other threads, and marks
// would depend on who is graded at the same time.
thread_local SqliteMemoryBudget* budget_of_thread = nullptr;

sqlite3_mem_methods& system_memory() {
    static sqlite3_mem_methods methods{};
    return methods;
}

void* allocate(int size) {
    SqliteMemoryBudget* budget = budget_of_thread;
    if (budget && !budget->take(size)) return nullptr;
    void* memory = system_memory().xMalloc(size);
    if (budget) budget->give_back(memory ? size - system_memory().xSize(memory) : size);
    return memory;
}

void release(void* memory) {
    if (memory && budget_of_thread) budget_of_thread->give_back(system_memory().xSize(memory));
    system_memory().xFree(memory);
}

void* resize(void* memory, int size) {
    SqliteMemoryBudget* budget = budget_of_thread;
    const int before = system_memory().xSize(memory);
    if (budget && !budget->take(static_cast<std::int64_t>(size) - before)) return nullptr;
    void* moved = system_memory().xRealloc(memory, size);
    if (budget) budget->give_back(size - (moved ? system_memory().xSize(moved) : before));
    return moved;
}

int still_clock(sqlite3_vfs*, sqlite3_int64* milliseconds) {
    *milliseconds = 211813488000000; // 2000-01-01 12:00 in milliseconds of Julian days
    return SQLITE_OK;
}

bool configure() {
    sqlite3_mem_methods& system = system_memory();
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system) != SQLITE_OK) return false;
    sqlite3_mem_methods counted = system;
    counted.xMalloc = allocate;
    counted.xFree = release;
    counted.xRealloc = resize;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &counted) != SQLITE_OK || sqlite3_initialize() != SQLITE_OK) return false;
    static sqlite3_vfs files = *sqlite3_vfs_find(nullptr);
    files.zName = sqlite_still_clock;
    files.pNext = nullptr;
    files.xCurrentTimeInt64 = still_clock;
    return sqlite3_vfs_register(&files, 0) == SQLITE_OK;
}

} // namespace

bool set_up_sqlite() {
    static const bool ready = configure();
    return ready;
}

SqliteMemoryBudget::SqliteMemoryBudget(std::int64_t bytes) : left_(bytes) {
    BIAOKAO_ASSERT(!budget_of_thread);
    budget_of_thread = this;
}

SqliteMemoryBudget::~SqliteMemoryBudget() { budget_of_thread = nullptr; }

bool SqliteMemoryBudget::take(std::int64_t bytes) {
    if (bytes > left_) {
        refused_ = true;
        return false;
    }
    left_ -= bytes;
    return true;
}

} // namespace biaokao
