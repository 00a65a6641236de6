#include "engine/media/media_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace biaokao {

std::optional<MediaKind> media_kind_from_name(std::string_view path) {
    static constexpr std::array<std::pair<std::string_view, MediaKind>, 10> endings{{
        {"png", MediaKind::image},
        {"jpg", MediaKind::image},
        {"jpeg", MediaKind::image},
        {"bmp", MediaKind::image},
        {"wav", MediaKind::audio},
        {"flac", MediaKind::audio},
        {"ogg", MediaKind::audio},
        {"mp3", MediaKind::audio},
        {"txt", MediaKind::text},
        {"csv", MediaKind::table},
    }};
    const auto dot = path.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    std::string ending(path.substr(dot + 1));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    for (const auto& [name, kind] : endings)
        if (ending == name) return kind;
    return std::nullopt;
}

} // namespace biaokao
