// Checks of what a query returned, beside what the reference query returns.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score/grader.h"
#include "graders/query/sqlite_database.h"

namespace biaokao {

enum class RowsAs { multiset, set, list };

struct ResultCheck {
    RowsAs as = RowsAs::multiset;   // rows
    bool any_columns = false;       // rows and sorted: the columns may stand in another order
    bool ordered = false;           // columns: they may not
    double tolerance = 0;           // rows and sorted: of numbers
    std::vector<std::string> names; // absent
};

// Reads the settings of a check beside "field"; what the reference itself does not meet is a problem.
[[nodiscard]] ResultCheck read_result_check(const CheckSpec& spec, const SqlResult* reference, JsonReader& reader);

// `field` is where the query stands. `given` is null where there is none.
[[nodiscard]] CheckResult judge_result(const Question& question, const CheckSpec& spec, const std::string& field,
                                       const ResultCheck& check, const SqlResult& reference,
                                       const Result<SqlResult>* given);

} // namespace biaokao
