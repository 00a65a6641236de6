#include "graders/cases/case_node.h"

#include <algorithm>

namespace biaokao {
namespace {

const Json nothing;
const Json::Object no_members;

// The JSON pointer from `value` to `wanted`, which lies somewhere inside it.
std::optional<std::string> pointer_to(const Json& value, const Json* wanted, const std::string& here) {
    if (&value == wanted) return here;
    if (const Json::Array* items = value.array()) {
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (auto found = pointer_to((*items)[i], wanted, here + "/" + std::to_string(i))) return found;
        }
    }
    if (const Json::Object* members = value.object()) {
        for (const auto& [key, member] : *members) {
            if (auto found = pointer_to(member, wanted, pointer_child(here, key))) return found;
        }
    }
    return std::nullopt;
}

} // namespace

void CaseNode::refuse(std::string code, std::vector<std::pair<std::string, std::string>> args) const {
    if (fault_->first) return;
    const auto pointer = pointer_to(*fault_->root, value_, "");
    fault_->first = Error{std::move(code), fault_->where + pointer.value_or(""), std::move(args)};
}

CaseNode CaseNode::member(std::string_view key) const {
    if (const Json* found = value_->find(key)) return {*found, *fault_};
    refuse("error.case_member", {{"key", literal_value(key)}});
    return {nothing, *fault_};
}

std::span<const Json> CaseNode::elements() const {
    if (const Json::Array* items = value_->array()) return *items;
    refuse("error.case_type", {{"type", "@json.array"}});
    return {};
}

const Json::Object& CaseNode::members() const {
    if (const Json::Object* members = value_->object()) return *members;
    refuse("error.case_type", {{"type", "@json.object"}});
    return no_members;
}

double CaseNode::number() const {
    if (value_->is_number()) return value_->number(); // the parser lets no NaN and no infinity through
    refuse("error.case_type", {{"type", "@json.number"}});
    return 0;
}

std::int64_t CaseNode::whole(std::int64_t low, std::int64_t high) const {
    const std::int64_t* integer = value_->integer();
    if (integer && *integer >= low && *integer <= high) return *integer;
    refuse("error.case_whole", {{"low", std::to_string(low)}, {"high", std::to_string(high)}});
    return low;
}

std::string_view CaseNode::text() const {
    if (const std::string* text = value_->string()) return *text;
    refuse("error.case_type", {{"type", "@json.string"}});
    return {};
}

bool CaseNode::truth() const {
    if (const bool* truth = value_->boolean()) return *truth;
    refuse("error.case_type", {{"type", "@json.boolean"}});
    return false;
}

std::size_t CaseNode::choice(std::span<const std::string_view> allowed) const {
    const std::string_view chosen = text();
    const auto found = std::find(allowed.begin(), allowed.end(), chosen);
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    std::string list;
    for (const std::string_view one : allowed) list += (list.empty() ? "" : ", ") + std::string(one);
    refuse("error.case_choice", {{"value", literal_value(chosen)}, {"allowed", list}});
    return 0;
}

bool CaseNode::is_list_of(std::size_t size) const {
    if (elements().size() == size) return true;
    refuse("error.case_length", {{"count", std::to_string(size)}});
    return false;
}

} // namespace biaokao
