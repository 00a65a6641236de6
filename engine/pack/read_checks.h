// The checks of a key: one for each rubric item, with gates, bands and the groups that share deductions.
#pragma once

#include "engine/pack/key.h"

namespace biaokao {

// `reader` stands on the key; reads its members "groups" and "checks" into `key`, whose reference was read before.
void read_checks(JsonReader& reader, const Question& question, QuestionKey& key);

} // namespace biaokao
