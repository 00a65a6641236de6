// The figure of an answer that has nothing to draw: one line for each value, what was wanted behind the wrong ones.
#pragma once

#include <string>
#include <vector>

namespace biaokao {

struct FigureLine {
    enum class State { plain, right, wrong };
    std::string name, value; // value empty: nothing was given
    std::string need;        // shown where it is wrong
    State state = State::plain;
};

// One self-contained <svg> element, 720 units wide. Long texts are cut; everything is escaped.
[[nodiscard]] std::string table_figure(const std::vector<FigureLine>& lines);

} // namespace biaokao
