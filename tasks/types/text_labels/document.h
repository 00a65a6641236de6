// The text of one item, byte for byte as the pack gives it.
#pragma once

#include <string>

#include "engine/pack/pack.h"

namespace biaokao::spans {

// The inline text, or the item's file. May be called from workers. Fails as the pack's files or read_text_document do.
[[nodiscard]] Result<std::string> document_text(const Pack& pack, const ItemSpec& item);

} // namespace biaokao::spans
