// pack.json: what the paper is, which questions it holds and which media.
#pragma once

#include "engine/pack/pack.h"

namespace biaokao {

// Reads pack.json into `pack`. Sums over questions are checked by check_paper, once the questions are read.
void read_paper(const Json& value, Pack& pack, Problems& problems);

// What can only be said of the whole: points and minutes add up, skills are of the paper's level, media are used.
void check_paper(const Pack& pack, Problems& problems);

} // namespace biaokao
