// Reading what a key says about one check. Every slip is a problem at its place, "key/q1.json:/checks/M7/iou_min".
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "engine/pack/key.h"
#include "engine/pack/question.h"

namespace biaokao {

// "key/q1.json:/checks/M7" → file and pointer.
[[nodiscard]] std::pair<std::string, std::string> split_place(std::string_view where);

// Reads `value` (an absent one as an empty object) at `where`; settings that `read` does not ask for are problems.
template <class Read>
void read_settings(const Json& value, const std::string& where, Problems& problems, Read read) {
    const Json empty{Json::Object{}};
    auto [file, pointer] = split_place(where);
    JsonReader reader(value.is_null() ? empty : value, std::move(file), std::move(pointer), problems);
    read(reader);
    reader.finish();
}

// A check that the grader does not have is a problem; true when it has it.
bool check_name_known(const CheckSpec& spec, std::span<const std::string_view> names, Problems& problems);

// The reference object that the check is about, or null after a problem.
[[nodiscard]] const Object* target_object(const CheckSpec& spec, const QuestionKey& key, Problems& problems);
// A check of the whole answer must not name a target.
void refuse_target(const CheckSpec& spec, Problems& problems);
// A check without a limit must not have bands of one.
void refuse_bands(const CheckSpec& spec, Problems& problems);
// The item that the check is about, or null after a problem.
[[nodiscard]] const ItemSpec* target_item(const CheckSpec& spec, const Question& question, Problems& problems);

// A group with a deduction or a flood limit needs a check that counts: one of `counting`.
void check_group_counts(const QuestionKey& key, std::span<const std::string_view> counting, Problems& problems);

} // namespace biaokao
