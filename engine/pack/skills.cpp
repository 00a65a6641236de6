#include "engine/pack/skills.h"

#include <algorithm>
#include <array>

namespace biaokao {

namespace {

constexpr std::array<std::string_view, 12> level_5{"1.1.1", "1.1.2", "1.2.1", "1.2.2", "2.1.1", "2.1.2",
                                                   "2.2.1", "2.2.2", "3.1.1", "3.1.2", "3.2.1", "3.2.2"};
constexpr std::array<std::string_view, 16> level_4{"1.1.1", "1.1.2", "1.1.3", "1.2.1", "1.2.2", "2.1.1",
                                                   "2.1.2", "2.1.3", "2.2.1", "2.2.2", "2.2.3", "3.1.1",
                                                   "3.1.2", "3.1.3", "3.2.1", "3.2.2"};

} // namespace

int level_of_skill(std::string_view skill) {
    if (skill.size() < 2 || skill[1] != '/') return 0;
    const auto names = [code = skill.substr(2)](const auto& codes) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    if (skill[0] == '5' && names(level_5)) return 5;
    if (skill[0] == '4' && names(level_4)) return 4;
    return 0;
}

} // namespace biaokao
