#include "graders/measures/text_error.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "engine/text/normalise.h"
#include "graders/measures/edit_distance.h"

namespace biaokao {
namespace {

std::vector<std::u32string> words_in(std::u32string_view text, bool normalised) {
    std::vector<std::u32string> words;
    for (const std::u32string_view word : words_of(text)) {
        std::u32string unit = normalised ? comparable(word) : std::u32string(word);
        if (!unit.empty()) words.push_back(std::move(unit));
    }
    return words;
}

TextError word_error(std::u32string_view reference, std::u32string_view candidate, bool normalised) {
    std::unordered_map<std::u32string, char32_t> numbers;
    const auto numbered = [&](std::u32string_view text) {
        std::u32string units;
        for (std::u32string& word : words_in(text, normalised))
            units += numbers.try_emplace(std::move(word), static_cast<char32_t>(numbers.size())).first->second;
        return units;
    };
    const std::u32string reference_units = numbered(reference);
    return character_error(reference_units, numbered(candidate));
}

} // namespace

std::optional<double> TextError::rate() const {
    if (reference_length == 0) return std::nullopt;
    return static_cast<double>(distance) / static_cast<double>(reference_length);
}

TextError character_error(std::u32string_view reference, std::u32string_view candidate) {
    return {edit_distance(reference, candidate), reference.size(), candidate.size()};
}

TextError text_error(std::u32string_view reference, std::u32string_view candidate, TextUnit unit, bool normalised) {
    if (unit == TextUnit::word) return word_error(reference, candidate, normalised);
    if (!normalised) return character_error(reference, candidate);
    return character_error(comparable(reference), comparable(candidate));
}

} // namespace biaokao
