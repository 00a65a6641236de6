// What is typed into the search field of an object list. Terms stand apart by blanks and must all hold; double quotes
// keep blanks inside a term. Case, width and punctuation do not matter, a part of a word is enough.
//
//   gate            in the id, the label, the text, or the value of an attribute
//   label::car      the label, by id or by name in either language; "label::" finds what has no label
//   group::g1       the group, by its whole name; "group::" finds what is in none
//   lamp::red       an attribute, by id or name, with this value, by id or name; "lamp::" finds where it is missing
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/answer/answer.h"
#include "engine/pack/question.h"

namespace biaokao {

class ObjectFilter {
public:
    // Both must outlive the filter: it is made for one frame.
    ObjectFilter(std::string_view typed, const Question& question);
    [[nodiscard]] bool matches(std::string_view id, const Object& object);

private:
    struct Term {
        std::u32string field, value; // comparable; no field: anywhere
        bool has_field = false;
    };
    [[nodiscard]] bool holds(const Term& term, std::string_view id, const Object& object);
    [[nodiscard]] const std::u32string& comparable_of(const std::string& text);
    [[nodiscard]] bool label_has(const Term& term, const std::string& label);
    [[nodiscard]] bool group_is(const Term& term, const std::string& group);
    [[nodiscard]] bool value_has(const Term& term, const AttributeSpec& spec, const AttributeValue& value);

    const Question& question_;
    std::vector<Term> terms_;
    std::map<std::string, std::u32string, std::less<>> seen_; // thousands of objects share a few words
};

} // namespace biaokao
