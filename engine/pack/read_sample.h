// Sample answers with the points that each item must get: key/samples/<name>.json.
#pragma once

#include "engine/pack/pack.h"

namespace biaokao {

// Questions must be of the pack; whether every item is expected, and gets its points, is for the scorer to say.
[[nodiscard]] SampleAnswers read_sample(const Json& value, const std::string& file, const Pack& pack,
                                        Problems& problems);

} // namespace biaokao
