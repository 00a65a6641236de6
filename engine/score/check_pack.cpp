#include "engine/score/check_pack.h"

#include <utility>

#include "engine/score/score.h"

namespace biaokao {

PackCheck check_pack(OpenedPack opened, PackOptions options, std::span<const Grader> graders) {
    options.read_key = true;
    options.read_samples = true;
    options.check_media = true;
    PackCheck check;
    auto pack = load_pack(std::move(opened), options);
    if (!pack) {
        check.problems = std::move(pack.error());
        return check;
    }
    check.pack = *pack;
    if (!check.pack->has_key) return check; // a candidate pack: nothing to compile
    const auto scorer = Scorer::compile(check.pack, graders);
    if (scorer) verify_samples(*scorer, check.problems);
    else check.problems = scorer.error();
    return check;
}

} // namespace biaokao
