// What a file under media/ is, told by its name: the loader checks that its bytes agree.
#pragma once

#include <optional>
#include <string_view>

namespace biaokao {

enum class MediaKind { image, audio, text, table };

// png, jpg, jpeg, bmp; wav, flac, ogg, mp3; txt; csv. In any case of letters; empty for every other ending.
[[nodiscard]] std::optional<MediaKind> media_kind_from_name(std::string_view path);

} // namespace biaokao
