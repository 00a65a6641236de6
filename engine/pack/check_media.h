// The media of a pack against what pack.json and the questions say of them.
#pragma once

#include "engine/pack/pack.h"

namespace biaokao {

// Every file under media/ is listed and used by an item, everything listed exists, every item's file exists. Without
// `knows_all_questions` nothing is called unused. Opens no file.
void check_media_names(const Pack& pack, bool knows_all_questions, Problems& problems);

// Hashes every listed file and reads its header (of a document: all of it).
void check_media_content(const Pack& pack, Problems& problems);

} // namespace biaokao
