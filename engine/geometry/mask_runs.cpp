#include "engine/geometry/mask_runs.h"

#include <algorithm>
#include <optional>

namespace biaokao {
namespace {

constexpr char first_digit = '0';
constexpr int digit_bits = 5, digit_mask = 0x1F, more_bit = 0x20, sign_bit = 0x10;
constexpr int longest_number = 12; // characters: 60 bits, far beyond any run, and no shift can overflow

// Takes the runs one after the other and refuses the first that is negative or goes beyond the last pixel.
class RunCollector {
public:
    explicit RunCollector(MaskRuns& mask) : mask_(mask), pixels_(std::int64_t{mask.height} * mask.width) {}

    [[nodiscard]] bool add(std::int64_t count) {
        if (count < 0 || count > pixels_ - at_) return false;
        const auto start = static_cast<std::uint32_t>(at_);
        at_ += count;
        const auto end = static_cast<std::uint32_t>(at_);
        if (set_ && count > 0) {
            if (!mask_.runs.empty() && mask_.runs.back().end == start) mask_.runs.back().end = end;
            else mask_.runs.push_back({start, end});
        }
        set_ = !set_;
        return true;
    }
    [[nodiscard]] bool complete() const { return at_ == pixels_; }

private:
    MaskRuns& mask_;
    std::int64_t pixels_, at_ = 0;
    bool set_ = false;
};

// The number that begins at `at`, which moves behind it.
std::optional<std::int64_t> next_number(std::string_view text, std::size_t& at) {
    std::int64_t value = 0;
    for (int place = 0; place < longest_number && at < text.size(); ++place) {
        const int digit = text[at++] - first_digit;
        if (digit < 0 || digit > (more_bit | digit_mask)) return std::nullopt;
        value |= std::int64_t{digit & digit_mask} << (digit_bits * place);
        if (digit & more_bit) continue;
        if (digit & sign_bit) value -= std::int64_t{1} << (digit_bits * (place + 1));
        return value;
    }
    return std::nullopt;
}

void append_number(std::string& text, std::int64_t value) {
    for (bool more = true; more;) {
        const auto digit = static_cast<int>(value & digit_mask);
        value >>= digit_bits;
        more = value != ((digit & sign_bit) ? -1 : 0);
        text += static_cast<char>(first_digit + (more ? digit | more_bit : digit));
    }
}

} // namespace

Result<MaskRuns> empty_mask(std::int64_t height, std::int64_t width) {
    const bool countable = height >= 0 && width >= 0 && height <= max_mask_pixels && width <= max_mask_pixels &&
                           height * width <= max_mask_pixels;
    if (!countable) return fail("error.mask_size", "", {{"most", std::to_string(max_mask_pixels)}});
    return MaskRuns{static_cast<std::uint32_t>(height), static_cast<std::uint32_t>(width), {}};
}

Result<MaskRuns> mask_from_counts(std::int64_t height, std::int64_t width, std::span<const std::int64_t> counts) {
    auto mask = empty_mask(height, width);
    if (!mask) return mask;
    RunCollector runs(*mask);
    for (const std::int64_t count : counts) {
        if (!runs.add(count)) return fail("error.mask_runs", "");
    }
    if (!runs.complete()) return fail("error.mask_runs", "");
    return mask;
}

Result<MaskRuns> mask_from_text(std::int64_t height, std::int64_t width, std::string_view text) {
    auto mask = empty_mask(height, width);
    if (!mask) return mask;
    RunCollector runs(*mask);
    std::int64_t before[2] = {0, 0}; // the last two runs
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size(); ++index) {
        const auto number = next_number(text, at);
        if (!number) return fail("error.mask_text", "");
        const std::int64_t count = *number + (index > 2 ? before[index % 2] : 0);
        if (!runs.add(count)) return fail("error.mask_runs", "");
        before[index % 2] = count;
    }
    if (!runs.complete()) return fail("error.mask_runs", "");
    return mask;
}

std::vector<std::int64_t> counts_from_mask(const MaskRuns& mask) {
    std::vector<std::int64_t> counts;
    counts.reserve(2 * mask.runs.size() + 1);
    std::int64_t at = 0;
    for (const PixelRun& run : mask.runs) {
        counts.push_back(run.start - at);
        counts.push_back(run.end - run.start);
        at = run.end;
    }
    const std::int64_t rest = std::int64_t{mask.height} * mask.width - at;
    if (rest > 0 || counts.empty()) counts.push_back(rest);
    return counts;
}

std::string text_from_mask(const MaskRuns& mask) {
    const std::vector<std::int64_t> counts = counts_from_mask(mask);
    std::string text;
    for (std::size_t i = 0; i < counts.size(); ++i) append_number(text, i > 2 ? counts[i] - counts[i - 2] : counts[i]);
    return text;
}

PixelBox mask_box(const MaskRuns& mask) {
    if (mask.runs.empty()) return {};
    const std::uint32_t height = mask.height;
    std::uint32_t top = height, bottom = 0; // rows of set pixels
    std::uint32_t column_start = 0;         // first pixel of the column that a run starts in
    for (const PixelRun& run : mask.runs) {
        // An object has a run in every column: a step to the next one is the rule, and a division the exception.
        if (run.start - column_start >= height) column_start += height;
        if (run.start - column_start >= height) column_start = run.start / height * height;
        const std::uint32_t first = run.start - column_start, last = run.end - 1 - column_start;
        if (last >= height) top = 0, bottom = height - 1; // runs on into the next column
        top = std::min(top, first);
        bottom = std::max(bottom, std::min(last, height - 1));
    }
    const std::uint32_t left = mask.runs.front().start / height, right = (mask.runs.back().end - 1) / height;
    return {left, top, right - left + 1, bottom - top + 1};
}

} // namespace biaokao
