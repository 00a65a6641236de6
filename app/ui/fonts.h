// The font of the program: found on the machine, read once, and rasterised for the characters that occur.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/ui/font_coverage.h"

struct ImFont;

namespace biaokao {

class Platform;

class Fonts {
public:
    // Takes the first font that exists: `own_folder`/*.ttf, *.ttc, *.otf, then Noto Sans CJK, WenQuanYi, YaHei.
    Fonts(Platform& platform, const std::string& own_folder);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    void cover(std::string_view utf8) {
        coverage_.add(utf8);
        heading_coverage_.add(utf8);
    }
    // Outside a frame: builds the atlas where there are new characters or another scale (the user's × the screen's).
    // True when it did.
    bool refresh(double scale);
    // False: no font with Chinese was found, and the program speaks English and says why.
    [[nodiscard]] bool has_chinese() const { return !path_.empty(); }
    [[nodiscard]] const std::string& path() const { return path_; }
    // Bold and a fifth larger; the text's own font where there is no bold one. Valid until the next refresh().
    [[nodiscard]] ImFont* heading() const { return heading_; }

private:
    class MappedFile;
    void build(double pixels);

    Platform* platform_;
    std::unique_ptr<MappedFile> file_, bold_file_;
    std::string path_;
    int face_ = 0;
    FontCoverage coverage_;
    FontCoverage heading_coverage_; // without the thousands of everyday characters: headings are not typed
    double built_scale_ = 0, built_density_ = 0;
    std::vector<std::uint16_t> ranges_, heading_ranges_; // ImGui reads them as long as the atlas lives
    ImFont* heading_ = nullptr;
};

} // namespace biaokao
