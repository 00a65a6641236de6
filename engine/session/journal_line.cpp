// One journal line from its bytes. The only file that knows simdjson; it uses error codes alone, so nothing can throw.
//
// What is accepted is exactly what parse_json accepts (strict JSON, no key twice, 32 levels) and has the right members.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

#define SIMDJSON_EXCEPTIONS 0
#include <simdjson.h>

#include "engine/base/json_reader.h"
#include "engine/session/journal_format.h"

namespace biaokao {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t max_depth = 32, level_of_operand = 4; // {"patch": [{"value": …

bool has_unique_keys(const dom::object& object) {
    std::array<std::string_view, 16> few;
    if (object.size() <= few.size()) { // comparing each with each is faster than sorting, up to here
        std::size_t count = 0;
        for (const dom::key_value_pair member : object) {
            if (std::find(few.begin(), few.begin() + count, member.key) != few.begin() + count) return false;
            few[count++] = member.key;
        }
        return true;
    }
    std::vector<std::string_view> keys;
    for (const dom::key_value_pair member : object) keys.push_back(member.key);
    std::sort(keys.begin(), keys.end());
    return std::adjacent_find(keys.begin(), keys.end()) == keys.end();
}

// What the library does not look at, of an element that stands at this level (the line itself: 1).
bool is_strict(const dom::element& element, std::size_t level) {
    const auto below_is_strict = [&](const dom::element& one) { return is_strict(one, level + 1); };
    if (element.type() == dom::element_type::ARRAY) {
        const dom::array array = element.get_array().value_unsafe();
        return level <= max_depth && std::all_of(array.begin(), array.end(), below_is_strict);
    }
    if (element.type() != dom::element_type::OBJECT) return true;
    const dom::object object = element.get_object().value_unsafe();
    for (const dom::key_value_pair member : object)
        if (!below_is_strict(member.value)) return false;
    return level <= max_depth && has_unique_keys(object);
}

// Hands the value to `append`, which makes a Json of it where it is to stand.
template <class Append>
void append_value(const dom::element& element, const Append& append);

Json::Array items_of(const dom::array& array) {
    Json::Array items;
    items.reserve(array.size());
    const auto append = [&](auto&& value) { items.emplace_back(std::forward<decltype(value)>(value)); };
    for (const dom::element element : array) append_value(element, append);
    return items;
}

Json::Object members_of(const dom::object& object) {
    Json::Object members;
    members.reserve(object.size());
    for (const dom::key_value_pair member : object) {
        append_value(member.value,
                     [&](auto&& value) { members.emplace_back(member.key, std::forward<decltype(value)>(value)); });
    }
    return members;
}

template <class Append>
void append_value(const dom::element& element, const Append& append) {
    switch (element.type()) {
    case dom::element_type::ARRAY: return append(items_of(element.get_array().value_unsafe()));
    case dom::element_type::OBJECT: return append(members_of(element.get_object().value_unsafe()));
    case dom::element_type::INT64: return append(element.get_int64().value_unsafe());
    case dom::element_type::UINT64: // beyond int64, as parse_json
        return append(static_cast<double>(element.get_uint64().value_unsafe()));
    case dom::element_type::DOUBLE: return append(element.get_double().value_unsafe());
    case dom::element_type::STRING: return append(element.get_string().value_unsafe());
    case dom::element_type::BOOL: return append(element.get_bool().value_unsafe());
    case dom::element_type::NULL_VALUE: return append(nullptr);
    }
}

std::optional<Json> json_from(const dom::element& element, std::size_t level) {
    std::optional<Json> json;
    if (is_strict(element, level))
        append_value(element, [&](auto&& value) { json.emplace(std::forward<decltype(value)>(value)); });
    return json;
}

// Reads the members of one object and counts them, so that a member that nobody knows is found at the end.
class Members {
public:
    explicit Members(const dom::object& object)
        : object_(object), next_(object.begin()), end_(object.end()), size_(object.size()) {}

    // Counts as reading it.
    std::optional<dom::element> find(std::string_view key) {
        if (read_ == size_) return std::nullopt;
        dom::element value;
        // Lines have their members in the order in which they are read here, so the next one is nearly always it.
        if (next_ != end_ && next_.key_equals(key)) {
            value = next_.value();
            ++next_;
        } else if (object_.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
        ++read_;
        return value;
    }
    template <class Value>
    std::optional<Value> get(std::string_view key) {
        const auto member = find(key);
        if (!member) refuse();
        return member ? value_of<Value>(*member) : std::nullopt;
    }
    std::string string(std::string_view key) { return std::string(get<std::string_view>(key).value_or("")); }
    std::string optional_string(std::string_view key) {
        const auto member = find(key);
        return std::string(member ? value_of<std::string_view>(*member).value_or("") : "");
    }
    std::int64_t count(std::string_view key) {
        constexpr std::int64_t highest = std::int64_t{1} << 53; // sums of a few of them cannot overflow
        const auto number = get<std::int64_t>(key).value_or(-1);
        if (number >= 0 && number <= highest) return number;
        refuse();
        return 0;
    }
    void refuse() { good_ = false; }
    [[nodiscard]] bool finish() const { return good_ && read_ == size_; }

private:
    template <class Value>
    std::optional<Value> value_of(const dom::element& member) {
        Value value;
        if (member.get(value) == simdjson::SUCCESS) return value;
        refuse();
        return std::nullopt;
    }

    dom::object object_;
    dom::object::iterator next_, end_;
    std::size_t size_;
    std::size_t read_ = 0;
    bool good_ = true;
};

void read_questions(Members& line, JournalHeader& header) {
    const auto questions = line.get<dom::array>("questions");
    if (!questions || questions->begin() == questions->end()) return line.refuse();
    for (const dom::element question : *questions) {
        std::string_view id;
        if (question.get(id) != simdjson::SUCCESS || !is_id(id)) return line.refuse();
        if (std::find(header.questions.begin(), header.questions.end(), id) != header.questions.end())
            return line.refuse();
        header.questions.emplace_back(id);
    }
}

// The members of an object inside the line, all of them texts.
template <std::size_t count>
void read_texts(Members& line, std::string_view key,
                const std::array<std::pair<std::string_view, std::string*>, count>& texts) {
    const auto object = line.get<dom::object>(key);
    if (!object) return;
    Members members(*object);
    for (const auto& [name, text] : texts) *text = members.string(name);
    if (!members.finish()) line.refuse();
}

void read_header(Members& line, JournalHeader& header) {
    if (line.count("format") != journal_format) line.refuse();
    header.session = line.string("session");
    if (!is_id(header.session)) line.refuse();
    read_texts<3>(line, "pack",
                  {{{"id", &header.pack_id}, {"version", &header.pack_version}, {"hash", &header.pack_hash}}});
    read_texts<2>(line, "candidate", {{{"name", &header.candidate_name}, {"ticket", &header.candidate_ticket}}});
    const std::string mode = line.string("mode"), seed = line.string("seed");
    header.mode = mode == mode_name(Mode::exam) ? Mode::exam : Mode::drill;
    if (mode != mode_name(header.mode)) line.refuse();
    const char* seed_end = seed.data() + seed.size();
    if (seed.size() != 16 || std::from_chars(seed.data(), seed_end, header.seed, 16).ptr != seed_end) line.refuse();
    read_questions(line, header);
    header.duration_ms = line.count("duration_ms");
    if (header.duration_ms == 0) line.refuse();
}

bool needs_question(std::string_view kind) {
    return kind == "edit" || kind == "undo" || kind == "redo" || kind == "open" || kind == "mark";
}

bool read_patch(const dom::element& element, Patch& patch) {
    dom::array changes;
    if (element.get(changes) != simdjson::SUCCESS) return false;
    patch.reserve(changes.size());
    for (const dom::element one : changes) {
        dom::object object;
        if (one.get(object) != simdjson::SUCCESS) return false;
        Members members(object);
        const auto op = members.get<std::string_view>("op");
        std::string path = members.string("path");
        const auto operand = members.find("value");
        if (!op || !members.finish()) return false;
        auto value = operand ? json_from(*operand, level_of_operand) : std::nullopt;
        if (operand && !value) return false;
        auto change = change_from_members(*op, std::move(path), std::move(value));
        if (!change) return false;
        patch.push_back(std::move(*change));
    }
    return true;
}

LineResult<Line> line_from(Members members, bool is_first, JournalHeader& header) {
    Line line;
    JournalEntry& entry = line.entry;
    entry.n = members.count("n");
    entry.elapsed_ms = members.count("t");
    entry.wall_ms = members.count("wall");
    entry.kind = members.string("do");
    if (!is_entry_kind(entry.kind)) return fault(fault_form);
    if ((entry.kind == "create") != is_first) return fault(is_first ? fault_missing : fault_order);
    if (is_first) read_header(members, header);
    entry.label = members.optional_string("as");
    entry.question = members.optional_string("q");
    const auto& questions = header.questions;
    const bool is_known = std::find(questions.begin(), questions.end(), entry.question) != questions.end();
    if (needs_question(entry.kind) ? !is_known : !entry.question.empty()) members.refuse();
    const auto patch = members.find("patch");
    if ((entry.kind == "edit") != patch.has_value()) return fault(fault_form);
    if (patch && !read_patch(*patch, entry.patch)) return fault(fault_form);
    line.prev = members.get<std::string_view>("prev").value_or("");
    (void)members.get<std::string_view>("sum");
    if (const auto data = members.find("data")) {
        auto json = json_from(*data, 2);
        if (!json) return fault(fault_form);
        entry.data = std::move(*json);
    }
    if (!members.finish()) return fault(fault_form);
    return line;
}

} // namespace

struct LineReader::Library {
    dom::parser parser;
    std::vector<char> padded; // a copy of the text, for the library reads some bytes beyond its end

    // False where parse_json refuses; what is_strict() looks at is left to be looked at.
    bool parse(std::string_view text, dom::element& root);

private:
    bool parse_quickly(std::string_view text, dom::element& root);
};

bool LineReader::Library::parse_quickly(std::string_view text, dom::element& root) {
    if (padded.size() < text.size() + simdjson::SIMDJSON_PADDING) {
        const std::size_t room = 2 * text.size(); // so that ever longer lines do not allocate each time
        padded.resize(room + simdjson::SIMDJSON_PADDING);
        // One level more than allowed: the library counts empty containers in another way, so is_strict() decides.
        if (parser.allocate(room, max_depth + 1) != simdjson::SUCCESS) return false;
    }
    std::memcpy(padded.data(), text.data(), text.size());
    return parser.parse(padded.data(), text.size(), false).get(root) == simdjson::SUCCESS;
}

bool LineReader::Library::parse(std::string_view text, dom::element& root) {
    if (parse_quickly(text, root)) return true;
    // The library refuses integers beyond 64 bits, which parse_json takes for doubles: those it writes as doubles.
    const auto strict = parse_json(text, "", max_depth);
    return strict && parse_quickly(dump_json(*strict), root);
}

LineReader::LineReader() : library_(std::make_unique<Library>()) {}
LineReader::~LineReader() = default;

LineResult<Line> LineReader::read(std::string_view text, bool is_first, JournalHeader& header) {
    dom::element root;
    dom::object line;
    if (!library_->parse(text, root) || root.get(line) != simdjson::SUCCESS) return fault(fault_form);
    auto result = line_from(Members(line), is_first, header);
    // What is not strict is a wrong form before anything else. A line that is accepted is strict: its members were
    // counted, and what is kept of them was looked at.
    if (!result && !is_strict(root, 1)) return fault(fault_form);
    return result;
}

} // namespace biaokao
