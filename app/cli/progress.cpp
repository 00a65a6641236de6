#include "app/cli/progress.h"

#include <fmt/format.h>

#include "engine/session/describe.h"

namespace biaokao::cli {
namespace {

constexpr std::chrono::milliseconds between_drawings{100};
constexpr std::string_view take_line_away = "\r\x1b[K";

double seconds_between(Progress::Time from, Progress::Time to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

Progress::Progress(std::ostream& err, const Translator& tr, std::size_t all, bool is_terminal, Time start)
    : err_(err), tr_(tr), all_(all), is_terminal_(is_terminal && all > 1), start_(start), last_drawn_(start) {}

void Progress::advance(bool is_scored, Time now) {
    ++(is_scored ? scored_ : refused_);
    if (!is_terminal_ || now - last_drawn_ < between_drawings) return;
    last_drawn_ = now;
    is_drawn_ = true;
    err_ << take_line_away << bar(now) << std::flush;
}

void Progress::clear() {
    if (is_drawn_) err_ << take_line_away;
    is_drawn_ = false;
}

void Progress::finish(Time now) {
    clear();
    if (all_ <= 1) return;
    err_ << tr_(Message{"grade.totals",
                        {{"scored", std::to_string(scored_)},
                         {"refused", std::to_string(refused_)},
                         {"seconds", fmt::format("{:.1f}", seconds_between(start_, now))},
                         {"rate", fmt::format("{:.0f}", per_second(now))}}})
         << "\n";
}

double Progress::per_second(Time now) const {
    const double seconds = seconds_between(start_, now);
    return seconds > 0 ? static_cast<double>(scored_ + refused_) / seconds : 0;
}

std::string Progress::bar(Time now) const {
    constexpr std::size_t cells = 24;
    const std::size_t done = scored_ + refused_, full = cells * done / all_;
    const double rate = per_second(now);
    const auto left_ms = static_cast<std::int64_t>(rate > 0 ? 1000 * static_cast<double>(all_ - done) / rate : 0);
    return tr_(Message{"grade.progress",
                       {{"bar", "[" + std::string(full, '#') + std::string(cells - full, '.') + "]"},
                        {"done", std::to_string(done)},
                        {"all", std::to_string(all_)},
                        {"rate", fmt::format("{:.0f}", rate)},
                        {"left", duration_text(left_ms)}}});
}

} // namespace biaokao::cli
