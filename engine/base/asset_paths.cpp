#include "engine/base/asset_paths.h"

#include <cstdlib>
#include <filesystem>

namespace biaokao {

std::string asset_folder() {
    namespace fs = std::filesystem;
    if (const char* chosen = std::getenv("BIAOKAO_ASSETS"); chosen && *chosen) return chosen;
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path installed = program.parent_path().parent_path() / "share" / "biaokao";
        if (fs::is_directory(installed / "locales", error)) return installed.string();
    }
    return BIAOKAO_SOURCE_ASSETS;
}

} // namespace biaokao
