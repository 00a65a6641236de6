#include "app/ui/fonts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <span>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/platform/platform.h"
#include "app/ui/imgui_compat.h"
#include "app/ui/ui.h"

namespace biaokao {

// The file stays on the disk: only what is looked at comes into memory, and only as long as it is needed.
class Fonts::MappedFile {
public:
    explicit MappedFile(const std::string& path) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat info {};
        if (descriptor < 0) return;
        if (::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
            void* memory =
                ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
            if (memory != MAP_FAILED)
                bytes_ = {static_cast<const std::byte*>(memory), static_cast<std::size_t>(info.st_size)};
        }
        ::close(descriptor);
    }
    ~MappedFile() {
        if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    // The atlas is built: 20 MB of outlines need not stay in our memory. They come back by themselves.
    void rest() const {
        if (!bytes_.empty()) ::madvise(const_cast<std::byte*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);
    }

private:
    std::span<const std::byte> bytes_;
};

namespace {

struct Candidate {
    std::string path;
    int face;
};

std::vector<Candidate> candidates(const std::string& own_folder) {
    std::vector<Candidate> found;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(own_folder, error)) {
        const auto extension = entry.path().extension();
        if (extension == ".ttf" || extension == ".ttc" || extension == ".otf")
            found.push_back({entry.path().string(), 0});
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) { return a.path < b.path; });
    constexpr int noto_simplified_chinese = 2; // faces of the collection: JP, KR, SC, TC, HK
    const std::array distribution{
        Candidate{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", noto_simplified_chinese}, // Debian, Ubuntu
        Candidate{"/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", noto_simplified_chinese}, // Fedora
        Candidate{"/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", noto_simplified_chinese},        // Arch
        Candidate{"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0}, Candidate{"C:\\Windows\\Fonts\\msyh.ttc", 0}};
    found.insert(found.end(), distribution.begin(), distribution.end());
    return found;
}

// What every screen may show: Latin, dashes and quotes, arrows, signs, CJK and full-width punctuation.
void add_signs(FontCoverage& coverage) {
    constexpr std::array<std::array<char32_t, 2>, 12> signs{{{0x20, 0x7E},
                                                             {0xA0, 0xFF},
                                                             {0x2010, 0x2027},
                                                             {0x2030, 0x203B},
                                                             {0x2190, 0x2193},
                                                             {0x2200, 0x2265},
                                                             {0x2460, 0x2473},
                                                             {0x25A0, 0x25CF},
                                                             {0x2605, 0x2606},
                                                             {0x2713, 0x2717},
                                                             {0x3000, 0x3017},
                                                             {0xFF01, 0xFF5E}}};
    for (const auto& range : signs) coverage.add_range(range[0], range[1]);
}

// Typing must not build the atlas again for every other character.
void add_common_chinese(FontCoverage& coverage) {
    for (const ImWchar* pair = compat::common_chinese_ranges(); *pair != 0; pair += 2)
        coverage.add_range(pair[0], pair[1]);
}

std::string bold_path(std::string path) {
    const std::string regular = "Regular";
    if (const auto at = path.rfind(regular); at != std::string::npos) path.replace(at, regular.size(), "Bold");
    return path;
}

} // namespace

Fonts::Fonts(Platform& platform, const std::string& own_folder) : platform_(&platform) {
    platform.make_current();
    for (const Candidate& candidate : candidates(own_folder)) {
        auto file = std::make_unique<MappedFile>(candidate.path);
        if (file->bytes().empty()) continue; // ImGui aborts on a file that it cannot open, so it never sees one
        file_ = std::move(file);
        bold_file_ = std::make_unique<MappedFile>(bold_path(candidate.path));
        path_ = candidate.path;
        face_ = candidate.face;
        break;
    }
    add_signs(coverage_);
    add_signs(heading_coverage_);
    add_common_chinese(coverage_);
    platform.hear_text([this](std::string_view text) { cover(text); });
}

Fonts::~Fonts() {
    platform_->hear_text({});
    platform_->make_current();
    ImGui::GetIO().Fonts->Clear(); // it points into the file that goes now
}

bool Fonts::refresh(double scale) {
    const double density = platform_->framebuffer_scale();
    const bool grown = (coverage_.take_growth() | heading_coverage_.take_growth()) && !compat::dynamic_fonts;
    if (!grown && scale == built_scale_ && density == built_density_) return false;
    built_scale_ = scale;
    built_density_ = density;
    build(std::round(static_cast<double>(base_font_size_px) * scale));
    platform_->fonts_changed();
    for (const MappedFile* file : {file_.get(), bold_file_.get()})
        if (file) file->rest();
    return true;
}

void Fonts::build(double pixels) {
    platform_->make_current();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
    const auto size = static_cast<float>(pixels);
    if (!file_) {
        heading_ = compat::add_latin_font(size);
        return;
    }
    const auto density = static_cast<float>(built_density_);
    ranges_ = coverage_.ranges();
    heading_ = compat::add_font(file_->bytes(), face_, size, density, ranges_.data());
    if (bold_file_->bytes().empty()) return;
    heading_ranges_ = heading_coverage_.ranges();
    const float larger = std::round(size * 1.2f);
    heading_ = compat::add_font(bold_file_->bytes(), face_, larger, density, heading_ranges_.data());
}

} // namespace biaokao
