#include "tasks/types/text_labels/document.h"

#include "engine/media/text_document.h"

namespace biaokao::spans {

Result<std::string> document_text(const Pack& pack, const ItemSpec& item) {
    if (item.file.empty()) return item.text;
    BIAOKAO_ASSERT(pack.files != nullptr);
    const auto bytes = pack.files->read(item.file);
    if (!bytes) return tl::unexpected(bytes.error());
    return read_text_document(*bytes, item.file);
}

} // namespace biaokao::spans
