// The JSON files of the small pack, by path.
#pragma once

#include <map>
#include <string>

namespace biaokao::test {

[[nodiscard]] std::map<std::string, std::string> small_pack_documents();

} // namespace biaokao::test
