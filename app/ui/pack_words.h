// Every text of a pack that may stand on the screen, in both languages: the font must have its characters.
#pragma once

#include <functional>
#include <string_view>

#include "engine/pack/pack.h"

namespace biaokao {

// Documents in files under media/ included. Of the key only what was loaded: explanations and references.
void for_each_word(const Pack& pack, const std::function<void(std::string_view)>& visit);

} // namespace biaokao
