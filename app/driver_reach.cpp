#include "app/driver_reach.h"

#include <algorithm>
#include <vector>

namespace biaokao {
namespace {

std::optional<Box> common_part(const Box& a, const Box& b) {
    const double left = std::max(a.x, b.x), top = std::max(a.y, b.y);
    const double right = std::min(a.right(), b.right()), bottom = std::min(a.bottom(), b.bottom());
    if (right <= left || bottom <= top) return std::nullopt;
    return Box{left, top, right - left, bottom - top};
}

// The panels around "a/b/c": "a/b/panel" and "a/panel", from the inside out.
std::vector<const Seen*> panels_around(const Probe& probe, std::string_view id) {
    std::vector<const Seen*> panels;
    for (auto slash = id.rfind('/'); slash != std::string_view::npos; slash = id.rfind('/')) {
        id = id.substr(0, slash);
        const Seen* panel = probe.find(std::string(id).append("/panel"));
        if (panel && panel->kind == "panel") panels.push_back(panel);
    }
    return panels;
}

// Levenshtein distance, two rows.
std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j)
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        above.swap(row);
    }
    return above[b.size()];
}

std::string_view last_part(std::string_view id) { return id.substr(id.rfind('/') + 1); }

} // namespace

std::optional<Box> visible_part(const Probe& probe, std::string_view id, const Box& box, const Box& screen) {
    std::optional<Box> left = common_part(box, screen);
    for (const Seen* panel : panels_around(probe, id))
        if (left && panel != probe.find(id)) left = common_part(*left, panel->in_screen);
    return left;
}

const Seen* hiding_panel(const Probe& probe, std::string_view id, const Box& box) {
    for (const Seen* panel : panels_around(probe, id)) {
        const auto left = common_part(box, panel->in_screen);
        if (!left || left->height < box.height) return panel;
    }
    return nullptr;
}

std::string nearest_ids(const Probe& probe, std::string_view id) {
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    for (const auto& [other, seen] : probe.all()) {
        // The same name in another place is the likeliest mistake.
        const std::size_t bonus = last_part(other) == last_part(id) ? 0 : 3;
        ranked.emplace_back(edits_between(id, other) + bonus, other);
    }
    std::sort(ranked.begin(), ranked.end());
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, ranked.size()); ++i)
        text.append(i == 0 ? "" : ", ").append(ranked[i].second);
    return text;
}

} // namespace biaokao
