// Measured values as people read them, never contradicting the verdict: 0.7996 against 0.80 is not shown as "0.80".
#pragma once

#include <string>

namespace biaokao {

enum class Better { larger, smaller };

struct Measure { // how one kind of value is measured, limited and shown
    Better better = Better::larger;
    int decimals = 2;
    double scale = 1;      // 100: shown in per cent
    const char* unit = ""; // put behind the number, " ms"
};

[[nodiscard]] bool meets(double value, double limit, Measure measure);
// "0.71", "4.2 %": with as many more decimals as it takes to stand on the right side of the limit.
[[nodiscard]] std::string shown_value(double value, double limit, Measure measure);
[[nodiscard]] std::string shown_number(double value, Measure measure);
// "≥ 0.80", "≤ 5 %".
[[nodiscard]] std::string shown_limit(double limit, Measure measure);

} // namespace biaokao
