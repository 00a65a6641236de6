// The only file that knows libexif.
#include <algorithm>
#include <memory>

#include <libexif/exif-data.h>

#include "engine/media/image_header.h"

namespace biaokao {

int exif_orientation(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8")) return 1; // only a JPEG carries the tag that other tools follow
    // The EXIF segment stands in front of the picture data and is at most 64 KiB long.
    const auto size = std::min<std::size_t>(bytes.size(), 1u << 20);
    const std::unique_ptr<ExifData, decltype(&exif_data_unref)> data(
        exif_data_new_from_data(reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned>(size)),
        &exif_data_unref);
    if (!data) return 1;
    const ExifEntry* entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->components != 1 || entry->size < 2) return 1;
    const int value = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
    return value >= 1 && value <= 8 ? value : 1;
}

} // namespace biaokao
