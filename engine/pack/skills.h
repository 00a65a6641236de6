// The skill codes of the national standard (4-04-05-05, 2021 edition) for the levels that this program trains.
#pragma once

#include <string_view>

namespace biaokao {

// "5/2.1.2" → 5. 0 for anything that is no skill of level 5 or 4.
[[nodiscard]] int level_of_skill(std::string_view skill);

} // namespace biaokao
