#include "tasks/types/audio_segments/contiguous_tier.h"

#include <algorithm>

namespace biaokao::audio {

namespace {

// The two segments that a boundary divides; null where there is none on that side.
struct Divided {
    const Piece *left = nullptr, *right = nullptr;
};

Divided divided_by(std::span<const Piece> pieces, const EdgeHold& hold) {
    const Piece* held = find_piece(pieces, hold.id);
    if (held == nullptr) return {};
    const auto other = std::ranges::find_if(pieces, [&](const Piece& piece) {
        return piece.tier == held->tier && piece.id != held->id &&
               (hold.edge == Edge::start ? same_time(piece.range.end_s, held->range.start_s)
                                         : same_time(piece.range.start_s, held->range.end_s));
    });
    const Piece* neighbour = other == pieces.end() ? nullptr : &*other;
    return hold.edge == Edge::start ? Divided{neighbour, held} : Divided{held, neighbour};
}

Segment& range_of(Object& object) { return std::get<Segment>(object.shape); }

// The intervals of the present tier in time, whole objects; one without an object where the tier is empty.
std::vector<std::pair<std::string, Object>> intervals_of(const Objects& objects, std::span<const Piece> pieces,
                                                         const NewIntervals& made, const Room& room) {
    std::vector<std::pair<std::string, Object>> line;
    for (const Piece& piece : pieces_in_tier(pieces, room.tier)) line.emplace_back(piece.id, objects.at(piece.id));
    if (!line.empty()) return line;
    Object whole;
    whole.item = made.item;
    whole.label = made.label;
    whole.shape = Segment{0, room.duration_s};
    line.emplace_back(made.ids.front(), std::move(whole));
    return line;
}

} // namespace

bool is_outer_end(std::span<const Piece> pieces, const EdgeHold& hold) {
    const Piece* held = find_piece(pieces, hold.id);
    if (held == nullptr || !held->contiguous) return false;
    const auto [left, right] = divided_by(pieces, hold);
    return left == nullptr || right == nullptr;
}

MovedEdges move_edge(std::span<const Piece> pieces, const EdgeHold& hold, double time_s, const Room& room) {
    const Piece* held = find_piece(pieces, hold.id);
    if (held == nullptr) return {};
    if (!held->contiguous) {
        const LimitedRange dragged = drag_edge(pieces, hold, time_s, room);
        return {{{hold.id, dragged.range}}, dragged.limited};
    }
    const auto [left, right] = divided_by(pieces, hold);
    if (left == nullptr || right == nullptr) return {};
    const double lowest_s = left->range.start_s + room.shortest_s, highest_s = right->range.end_s - room.shortest_s;
    if (lowest_s > highest_s) return {};
    const double to_s = std::clamp(time_s, lowest_s, highest_s);
    return {{{left->id, {left->range.start_s, to_s}}, {right->id, {to_s, right->range.end_s}}},
            !same_time(to_s, time_s)};
}

std::optional<MovedEdges> type_edges(std::span<const Piece> pieces, std::string_view id, const Segment& wanted,
                                     const Room& room) {
    const Piece* own = find_piece(pieces, id);
    if (own == nullptr) return std::nullopt;
    if (!own->contiguous) {
        const auto typed = typed_range(pieces, id, wanted, room);
        if (!typed) return std::nullopt;
        return MovedEdges{{{own->id, typed->range}}, typed->limited};
    }
    const Piece* before = divided_by(pieces, {own->id, Edge::start}).left;
    const Piece* after = divided_by(pieces, {own->id, Edge::end}).right;
    Segment range = own->range; // the outer ends stay
    if (before != nullptr) range.start_s = std::max(wanted.start_s, before->range.start_s + room.shortest_s);
    if (after != nullptr) range.end_s = std::min(wanted.end_s, after->range.end_s - room.shortest_s);
    if (!long_enough(range)) return std::nullopt;
    MovedEdges typed{{{own->id, range}},
                     !same_time(range.start_s, wanted.start_s) || !same_time(range.end_s, wanted.end_s)};
    if (before != nullptr) typed.pieces.push_back({before->id, {before->range.start_s, range.start_s}});
    if (after != nullptr) typed.pieces.push_back({after->id, {range.end_s, after->range.end_s}});
    return typed;
}

TierEdit insert_boundaries(const Objects& objects, std::span<const Piece> pieces, const NewIntervals& made,
                           std::span<const double> times_s, const Room& room) {
    auto line = intervals_of(objects, pieces, made, room);
    TierEdit edit;
    std::size_t next_id = objects.contains(line.front().first) ? 0 : 1;
    for (const double time_s : times_s) {
        const auto cut = std::ranges::find_if(line, [&](auto& interval) {
            const Segment& range = range_of(interval.second);
            return time_s >= range.start_s + room.shortest_s && time_s <= range.end_s - room.shortest_s;
        });
        if (cut == line.end()) continue;
        auto second = *cut;
        second.first = made.ids.at(next_id++);
        second.second.text.clear();
        range_of(second.second).start_s = range_of(cut->second).end_s = time_s;
        line.insert(cut + 1, std::move(second));
    }
    const auto touched = [&](const auto& interval) {
        const auto old = objects.find(interval.first);
        return old == objects.end() || old->second != interval.second;
    };
    if (line.size() == 1 || std::ranges::none_of(line, touched)) return edit;
    for (auto& [id, object] : line) {
        // The one that begins where the person pointed.
        if (edit.chosen.empty() && range_of(object).end_s > times_s.front() + room.shortest_s / 2) {
            edit.chosen = id;
            if (made.relabel && !objects.contains(id) && object.label != made.label) {
                object.label = made.label;
                object.attributes.clear(); // they were another label's
            }
        }
        const auto old = objects.find(id);
        if (old != objects.end() && old->second == object) continue;
        if (old != objects.end()) edit.before.insert(*old);
        edit.after.emplace(id, object);
    }
    return edit;
}

TierEdit remove_segments(const Objects& objects, std::span<const Piece> pieces, const ObjectIds& ids) {
    TierEdit edit;
    std::map<int, std::string> kept; // of each contiguous tier: the last one that stays
    std::map<int, std::pair<double, std::string>>
        leading; // where the first one that stays begins instead; texts before
    for (const Piece& piece : pieces) {
        const Object& object = objects.at(piece.id);
        std::string& into = kept[piece.tier];
        if (!ids.contains(piece.id)) {
            into = piece.contiguous ? piece.id : std::string();
            if (const auto taken = leading.find(piece.tier); taken != leading.end()) {
                edit.before.emplace(piece.id, object);
                Object joined = object;
                range_of(joined).start_s = taken->second.first;
                joined.text = joined_text(taken->second.second, object.text);
                edit.after.emplace(piece.id, std::move(joined));
                edit.chosen = piece.id;
                leading.erase(taken);
            }
            continue;
        }
        edit.before.emplace(piece.id, object);
        if (!piece.contiguous) continue;
        if (into.empty()) {
            auto& [start_s, text] = leading.try_emplace(piece.tier, piece.range.start_s, std::string()).first->second;
            text = joined_text(text, object.text);
            continue;
        }
        edit.before.emplace(into, objects.at(into));
        Object& joined = edit.after.try_emplace(into, objects.at(into)).first->second;
        range_of(joined).end_s = piece.range.end_s;
        joined.text = joined_text(joined.text, object.text);
        edit.chosen = into;
    }
    return edit;
}

std::optional<TierFault> fault_of_tier(std::span<const Piece> pieces, int tier) {
    double end_s = 0;
    for (const Piece& piece : pieces) {
        if (piece.tier != tier) continue;
        if (!same_time(piece.range.start_s, end_s))
            return TierFault{piece.range.start_s > end_s ? "error.tier_gap" : "error.tier_overlap", piece.id};
        end_s = piece.range.end_s;
    }
    return std::nullopt;
}

} // namespace biaokao::audio
