// Rules that the readers of pack.json, questions and keys share. Each adds its problems to the reader's.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/base/half_points.h"
#include "engine/base/json_reader.h"
#include "engine/pack/pack.h"

namespace biaokao {

constexpr std::size_t max_title_code_points = 120;
constexpr std::size_t max_json_string_bytes = 64u << 10; // a longer document belongs into a file under media/
constexpr std::uint64_t max_json_file_bytes = 16u << 20;

// Reads one JSON file of a pack: size, syntax, and the strings that it holds. Empty after a problem.
[[nodiscard]] std::optional<Json> read_pack_json(const PackFiles& files, const std::string& path, Problems& problems);

// Every string of the value, keys included: no control character but the line break, not too long.
void check_strings(const Json& value, const std::string& file, Problems& problems);

// "format" must be 1: a file of another format has rules that this program does not know, so reading it ends here.
[[nodiscard]] bool read_format(JsonReader& reader);
[[nodiscard]] bool has_format_1(const Json& file);
// Positive, a multiple of 0.5, at most 1,000.
[[nodiscard]] HalfPoints read_points(JsonReader& reader, std::string_view key);
// A text of one line that fits a heading.
[[nodiscard]] Text read_title(JsonReader& reader, std::string_view key);
// A string of one line that is not empty.
[[nodiscard]] std::string read_line(JsonReader& reader, std::string_view key);

// Ids of one list: each stands once.
class UniqueIds {
public:
    // Complains at `key` of the reader when the id was noted before. An empty id had its problem already.
    void note(const std::string& id, JsonReader& reader, std::string_view key = "id");

private:
    std::set<std::string, std::less<>> seen_;
};

// An id followed by its reading: reader.id("id"), noted in `ids`.
[[nodiscard]] std::string read_unique_id(JsonReader& reader, UniqueIds& ids);

} // namespace biaokao
