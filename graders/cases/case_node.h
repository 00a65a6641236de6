// Walks one case that a stranger wrote. The first slip is kept with its place and everything after it reads as a
// neutral value, so a reader is written straight on and asks nothing; whoever called it looks at the fault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/base/json.h"

namespace biaokao {

struct CaseFault {
    const Json* root = nullptr; // the case
    std::string where;          // its place, "cases.json:/cases/12"
    std::optional<Error> first{};
};

// A value of the case. Cheap to copy; the way to it is searched for only where something is wrong.
class CaseNode {
public:
    CaseNode(const Json& value, CaseFault& fault) : value_(&value), fault_(&fault) {}

    // A member that is absent is a fault; so is a value of another type for all of the following.
    [[nodiscard]] CaseNode member(std::string_view key) const;
    [[nodiscard]] std::span<const Json> elements() const;
    [[nodiscard]] CaseNode at(const Json& element) const { return {element, *fault_}; } // of elements() or of members
    [[nodiscard]] const Json::Object& members() const;
    [[nodiscard]] double number() const; // finite
    [[nodiscard]] std::int64_t whole(std::int64_t low, std::int64_t high) const;
    [[nodiscard]] std::string_view text() const; // lives as long as the case
    [[nodiscard]] bool truth() const;
    [[nodiscard]] std::size_t choice(std::span<const std::string_view> allowed) const; // index; 0 after a fault
    [[nodiscard]] bool is_null() const { return value_->is_null(); }
    [[nodiscard]] const Json& value() const { return *value_; }

    // The values of a list of exactly `size` numbers.
    [[nodiscard]] bool is_list_of(std::size_t size) const; // a fault where not
    // Records that this value breaks a rule of its measure: "error.case_…".
    void refuse(std::string code, std::vector<std::pair<std::string, std::string>> args = {}) const;
    [[nodiscard]] bool faulty() const { return fault_->first.has_value(); }

private:
    const Json* value_;
    CaseFault* fault_;
};

} // namespace biaokao
