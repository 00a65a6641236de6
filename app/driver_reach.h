// What a driver asks of the probe: how much of a widget can be clicked, which panel hides the rest, and what ids are
// like the one that does not exist.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/ui/probe.h"

namespace biaokao {

// The part of `box` that neither the panels around `id` nor the screen cut away; empty when nothing is left.
[[nodiscard]] std::optional<Box> visible_part(const Probe& probe, std::string_view id, const Box& box,
                                              const Box& screen);
// The innermost panel around `id` ("exam/list/panel" for "exam/list/q3") that cuts off a part of `box`.
[[nodiscard]] const Seen* hiding_panel(const Probe& probe, std::string_view id, const Box& box);
// Up to three ids that a person may have meant, best first: "exam/submit, exam/save".
[[nodiscard]] std::string nearest_ids(const Probe& probe, std::string_view id);

} // namespace biaokao
