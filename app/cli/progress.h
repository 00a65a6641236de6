// How far a long run is: a bar on a terminal, and the totals at its end.
#pragma once

#include <chrono>
#include <ostream>
#include <string>

#include "engine/base/i18n.h"

namespace biaokao::cli {

class Progress {
public:
    using Time = std::chrono::steady_clock::time_point;

    // Without a terminal no bar is drawn; with at most one piece of work nothing is written at all.
    Progress(std::ostream& err, const Translator& tr, std::size_t all, bool is_terminal, Time start);
    // One more is done. Draws at most ten times a second.
    void advance(bool is_scored, Time now);
    // Takes the bar away, for a message; the next advance() may draw it again.
    void clear();
    // The totals, in place of the bar.
    void finish(Time now);

private:
    [[nodiscard]] double per_second(Time now) const;
    [[nodiscard]] std::string bar(Time now) const;

    std::ostream& err_;
    const Translator& tr_;
    std::size_t all_, scored_ = 0, refused_ = 0;
    bool is_terminal_, is_drawn_ = false;
    Time start_, last_drawn_;
};

} // namespace biaokao::cli
