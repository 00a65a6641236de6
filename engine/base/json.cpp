// The only file that includes the JSON library. It parses through SAX events, so that depth, duplicate keys and
// places are ours, and none of its exceptions leaves this file.
#include "engine/base/json.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

namespace biaokao {
namespace {

using Library = nlohmann::json;

std::string line_of(std::string_view text, std::size_t offset) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return std::to_string(1 + std::count(text.begin(), end, '\n'));
}

// Builds a Json from the library's events; `error` is set at the first thing that is refused.
class Builder {
public:
    Builder(std::string_view text, std::string_view file, int max_depth)
        : text_(text), file_(file), max_depth_(max_depth) {}

    bool null() { return put(Json()); }
    bool boolean(bool value) { return put(Json(value)); }
    bool number_integer(Library::number_integer_t value) { return put(Json(static_cast<std::int64_t>(value))); }
    bool number_unsigned(Library::number_unsigned_t value) {
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return put(Json(static_cast<double>(value)));
        return put(Json(static_cast<std::int64_t>(value)));
    }
    bool number_float(double value, const std::string&) { return put(Json(value)); }
    bool string(std::string& value) { return put(Json(std::move(value))); }
    bool binary(Library::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json(Json::Object{})); }
    bool start_array(std::size_t) { return open(Json(Json::Array{})); }
    bool end_array() { return close(); }
    bool end_object() { return keys_are_unique(*open_.back().container.object()) && close(); }
    bool key(std::string& name) {
        open_.back().key = std::move(name);
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Library::exception&) {
        // The library counts the bytes it has read: the last one is the first that does not fit.
        error =
            Error{"error.json_syntax", std::string(file_) + ":line " + line_of(text_, position ? position - 1 : 0), {}};
        return false;
    }

    std::optional<Error> error;
    Json root;

private:
    struct Level {
        Json container;
        std::string key; // of the member being read
    };

    bool put(Json value) {
        if (open_.empty()) {
            root = std::move(value);
        } else if (Json& parent = open_.back().container; auto* items = parent.array()) {
            items->push_back(std::move(value));
        } else {
            parent.object()->emplace_back(std::move(open_.back().key), std::move(value));
        }
        return true;
    }
    bool open(Json container) {
        if (static_cast<int>(open_.size()) >= max_depth_) {
            error = Error{"error.json_depth", place(), {{"levels", std::to_string(max_depth_)}}};
            return false;
        }
        open_.push_back({std::move(container), {}});
        return true;
    }
    bool close() {
        Json done = std::move(open_.back().container);
        open_.pop_back();
        return put(std::move(done));
    }
    bool keys_are_unique(const Json::Object& object) {
        std::vector<std::string_view> keys;
        keys.reserve(object.size());
        for (const auto& [name, value] : object) keys.push_back(name);
        std::sort(keys.begin(), keys.end());
        const auto twice = std::adjacent_find(keys.begin(), keys.end());
        if (twice == keys.end()) return true;
        open_.back().key = *twice;
        error = Error{"error.json_duplicate_key", place(), {{"key", std::string(*twice)}}};
        return false;
    }
    // The place that is being read, as "file:/a/0/b".
    std::string place() const {
        std::string pointer;
        for (const Level& level : open_) {
            const auto* items = level.container.array();
            pointer = pointer_child(pointer, items ? std::to_string(items->size()) : level.key);
        }
        return std::string(file_) + ":" + (pointer.empty() ? "/" : pointer);
    }

    std::string_view text_, file_;
    int max_depth_;
    std::vector<Level> open_;
};

// Whether a text may stand in JSON as it is: well-formed UTF-8 (Unicode, table 3-7) and nothing to be escaped.
bool is_plain(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : '\0'); };
    const auto follows = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    for (std::size_t i = 0; i < text.size();) {
        const unsigned char lead = byte(i);
        if (lead < 0x80) {
            if (lead < ' ' || lead == '"' || lead == '\\') return false;
            i += 1;
        } else if (lead >= 0xC2 && lead <= 0xDF) {
            if (!follows(i + 1)) return false;
            i += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF) {
            if (!follows(i + 1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) || !follows(i + 2))
                return false;
            i += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4) {
            if (!follows(i + 1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF)) return false;
            if (!follows(i + 2) || !follows(i + 3)) return false;
            i += 4;
        } else return false;
    }
    return true;
}

void dump_string(std::string& out, const std::string& text) {
    if (is_plain(text)) { // nearly always, and then the library takes ten times as long
        out.append("\"").append(text).append("\"");
        return;
    }
    // Bytes that are no UTF-8 become U+FFFD: what we write can always be read back.
    out += Library(text).dump(-1, ' ', false, Library::error_handler_t::replace);
}

void dump_double(std::string& out, double value) {
    BIAOKAO_ASSERT(std::isfinite(value));
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view shortest(digits.data(), static_cast<std::size_t>(end - digits.data()));
    out += shortest;
    if (shortest.find_first_of(".e") == std::string_view::npos) out += ".0"; // stays a double when it is read back
}

void dump(std::string& out, const Json& value, int indent, int level) {
    const auto new_line = [&](int to_level) {
        if (indent > 0)
            out.append("\n").append(static_cast<std::size_t>(indent) * static_cast<std::size_t>(to_level), ' ');
    };
    if (value.is_null()) {
        out += "null";
    } else if (const auto* flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const auto* integer = value.integer()) {
        out += std::to_string(*integer);
    } else if (const auto* text = value.string()) {
        dump_string(out, *text);
    } else if (const auto* items = value.array()) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i) out += ',';
            new_line(level + 1);
            dump(out, (*items)[i], indent, level + 1);
        }
        if (!items->empty()) new_line(level);
        out += ']';
    } else if (const auto* members = value.object()) {
        out += '{';
        for (std::size_t i = 0; i < members->size(); ++i) {
            if (i) out += ',';
            new_line(level + 1);
            dump_string(out, (*members)[i].first);
            out += indent > 0 ? ": " : ":";
            dump(out, (*members)[i].second, indent, level + 1);
        }
        if (!members->empty()) new_line(level);
        out += '}';
    } else {
        dump_double(out, value.number());
    }
}

} // namespace

bool Json::is_number() const {
    return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<double>(value_);
}

double Json::number() const {
    if (const auto* integer = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*integer);
    const auto* real = std::get_if<double>(&value_);
    BIAOKAO_ASSERT(real != nullptr);
    return *real;
}

const Json* Json::find(std::string_view key) const {
    const auto* members = object();
    if (!members) return nullptr;
    const auto found = std::find_if(members->begin(), members->end(), [&](const auto& m) { return m.first == key; });
    return found == members->end() ? nullptr : &found->second;
}

Json* Json::find(std::string_view key) { return const_cast<Json*>(std::as_const(*this).find(key)); }

void Json::set(std::string_view key, Json value) {
    if (is_null()) value_ = Object{};
    BIAOKAO_ASSERT(object() != nullptr);
    if (Json* member = find(key)) *member = std::move(value);
    else object()->emplace_back(std::string(key), std::move(value));
}

Result<Json> parse_json(std::string_view text, std::string_view file, int max_depth) {
    // The library takes a byte order mark for nothing and a NUL for the end of the text; both are syntax errors.
    if (text.substr(0, 3) == "\xEF\xBB\xBF") return fail("error.json_syntax", std::string(file) + ":line 1");
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return fail("error.json_syntax", std::string(file) + ":line " + line_of(text, nul));
    Builder builder(text, file, max_depth);
    try {
        if (!Library::sax_parse(text.begin(), text.end(), &builder)) {
            BIAOKAO_ASSERT(builder.error.has_value());
            return tl::unexpected<Error>(*builder.error);
        }
    } catch (const Library::exception&) { return fail("error.json_syntax", std::string(file)); }
    return std::move(builder.root);
}

std::string dump_json(const Json& value, int indent) {
    std::string out;
    dump(out, value, indent, 0);
    return out;
}

std::string pointer_child(std::string_view pointer, std::string_view key) {
    std::string child(pointer);
    child += '/';
    for (const char c : key) {
        if (c == '~') child += "~0";
        else if (c == '/') child += "~1";
        else child += c;
    }
    return child;
}

} // namespace biaokao
