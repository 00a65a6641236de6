// Looking for one kind of change in what happened while a question was worked on.
//
// A patch may set an item, an object or a row as a whole: such a change counts for everything that it sets, and a
// removal for everything that it takes away. Whether it was an edit, an undo or a redo makes no difference.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/json_reader.h"
#include "engine/pack/question.h"
#include "engine/session/process_log.h"

namespace biaokao {

struct EventState { // a path of the answer that has this value
    std::string path;
    Json value;
};

struct EventPattern {
    std::string path;                // as Change::path, exact or with "/*" for everything below
    std::optional<Json> value;       // absent: any change
    std::optional<EventState> state; // only while the answer is so, just before the change
};

// The members "path", "value" and "while" of `reader`; problems are added there.
[[nodiscard]] EventPattern read_event_pattern(JsonReader& reader, const Question& question);

struct EventPlace { // event, change inside it
    std::size_t event = 0, change = 0;
    friend auto operator<=>(const EventPlace&, const EventPlace&) = default;
};

struct EventSearch {
    bool broken = false;             // the changes do not follow from an empty answer: no state is known
    std::optional<EventPlace> first; // the first that matches in all
    bool in_other_state = false;     // one matches but for the state
};

[[nodiscard]] EventSearch find_event(const ProcessLog& log, const EventPattern& pattern);

// "/items/sheet/attributes/calls" → titles of the item and of its part; the path itself where it has no title.
[[nodiscard]] std::pair<std::string, std::string> path_titles(const Question& question, const std::string& path);
[[nodiscard]] std::string path_value_title(const Question& question, const std::string& path, const Json& value);

} // namespace biaokao
