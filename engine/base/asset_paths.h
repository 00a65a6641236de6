// Where the data files of the program (locales, schemas, icons) stand.
#pragma once

#include <string>

namespace biaokao {

// $BIAOKAO_ASSETS, else ../share/biaokao beside the program's folder, else the source tree it was built from.
[[nodiscard]] std::string asset_folder();

} // namespace biaokao
