// The last step of compiling a key: a judge that keeps the compiled key, or every problem.
#pragma once

#include <memory>
#include <utility>

#include "engine/score/grader.h"

namespace biaokao {

template <class Key>
[[nodiscard]] tl::expected<Judge, Problems>
compiled_judge(Key key, Problems problems, Judgement (*judge)(const Key&, const Answer&, const ProcessLog*)) {
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([kept = std::make_shared<const Key>(std::move(key)),
                  judge](const Answer& answer, const ProcessLog* process) -> Result<Judgement> {
        return judge(*kept, answer, process);
    });
}

} // namespace biaokao
