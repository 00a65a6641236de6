// One fault at a time: every rule of the pack format has a row that breaks it and nothing else.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/small_pack.h"

namespace biaokao::test {

struct PackFault {
    std::string code, where; // the one problem that must come of it
    std::function<void(SmallPack&)> make;
};

[[nodiscard]] std::vector<PackFault> paper_faults();     // pack.json
[[nodiscard]] std::vector<PackFault> file_faults();      // what stands in the pack, and what media hold
[[nodiscard]] std::vector<PackFault> question_faults();  // head, sheet, items, tools, rubric
[[nodiscard]] std::vector<PackFault> label_faults();     // the label schema
[[nodiscard]] std::vector<PackFault> reference_faults(); // a key's reference and ignore regions
[[nodiscard]] std::vector<PackFault> check_faults();     // checks, gates, bands, groups
[[nodiscard]] std::vector<PackFault> sample_faults();

} // namespace biaokao::test
