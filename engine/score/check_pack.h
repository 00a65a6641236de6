// Everything that can be said of a pack before anybody sits it.
#pragma once

#include <memory>
#include <span>

#include "engine/pack/pack_files.h"
#include "engine/score/grader.h"

namespace biaokao {

struct PackCheck {
    std::shared_ptr<const Pack> pack; // null where it could not be loaded
    Problems problems;                // in the order of the files, then of graders, then of samples
};

// Loads the pack with key, samples and media, compiles each key with its grader, and scores each sample against what
// it expects. Graders see only a pack that loads, samples only keys that compile.
[[nodiscard]] PackCheck check_pack(OpenedPack opened, PackOptions options, std::span<const Grader> graders);

} // namespace biaokao
