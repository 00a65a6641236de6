// A look at a JPEG before stb_image reads it.
#pragma once

#include <string_view>

namespace biaokao {

// False where a Huffman table claims more than 256 codes: stb_image (2022-09-08, as Debian 12 has it) would write
// behind its arrays. Found by changing bytes of a photo; later versions of stb_image refuse such tables themselves.
[[nodiscard]] bool has_sound_huffman_tables(std::string_view jpeg);

} // namespace biaokao
