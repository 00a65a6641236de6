#include "graders/graders.h"

#include <array>

namespace biaokao {

#define GRADER(id) extern const Grader id##_grader;
#include "graders/grader_list.def"
#undef GRADER

std::span<const Grader> all_graders() {
    static const std::array rows{
#define GRADER(id) id##_grader,
#include "graders/grader_list.def"
#undef GRADER
    };
    return rows;
}

} // namespace biaokao
