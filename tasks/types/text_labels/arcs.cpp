#include "tasks/types/text_labels/arcs.h"

#include <algorithm>
#include <map>

namespace biaokao::spans {
namespace {

// Of a span of this item; empty for anything else.
TextRange range_of_end(const Answer& answer, std::string_view item, const std::string& id, std::size_t size) {
    const Object* object = find_object(answer, id);
    return object && object->item == item ? range_of(*object, size) : TextRange{};
}

bool same_ends(const Answer& mine, const Object& a, const Answer& reference, const Object& b, std::size_t size) {
    const auto *mine_ends = std::get_if<Relation>(&a.shape), *wanted_ends = std::get_if<Relation>(&b.shape);
    if (!mine_ends || !wanted_ends) return false;
    return range_of_end(mine, a.item, mine_ends->from, size) ==
               range_of_end(reference, b.item, wanted_ends->from, size) &&
           range_of_end(mine, a.item, mine_ends->to, size) == range_of_end(reference, b.item, wanted_ends->to, size);
}

// Where a leg stands: over the middle of the span in its first line, a little towards the other end, so that arcs to
// the left and to the right of one span do not meet in one leg.
struct Foot {
    std::size_t line;
    float x;
};
Foot foot_of(const Page& page, TextRange range, bool other_is_right) {
    const std::size_t line = page.line_of(range.start);
    const float left = page.x_of(line, range.start), right = page.x_of(line, range.end);
    const float aside = std::min((right - left) / 4, page.metrics().lane_height / 3);
    return {line, (left + right) / 2 + (other_is_right ? aside : -aside)};
}

void add_pieces(std::vector<ArcPiece>& pieces, const Page& page, std::size_t index, const Arc& arc) {
    const bool forward = arc.from.start <= arc.to.start;
    const Foot from = foot_of(page, arc.from, forward), to = foot_of(page, arc.to, !forward);
    if (from.line == to.line) {
        pieces.push_back({.arc = index,
                          .line = from.line,
                          .left = std::min(from.x, to.x),
                          .right = std::max(from.x, to.x),
                          .from_x = from.x,
                          .to_x = to.x});
        return;
    }
    const auto stub = [&](const Foot& foot, bool to_the_right) {
        ArcPiece piece{.arc = index, .line = foot.line};
        piece.left = to_the_right ? foot.x : 0;
        piece.right = to_the_right ? std::max(page.metrics().width, foot.x) : foot.x;
        return piece;
    };
    ArcPiece head = stub(from, from.line < to.line), tail = stub(to, to.line < from.line);
    head.from_x = from.x;
    tail.to_x = to.x;
    pieces.push_back(head);
    pieces.push_back(tail);
}

// The bars of one lane, by their left end; none overlap.
class Lane {
public:
    bool take(float left, float right) {
        const auto behind = taken_.upper_bound(left);
        if (behind != taken_.end() && behind->first < right) return false;
        if (behind != taken_.begin() && std::prev(behind)->second > left) return false;
        taken_.emplace(left, right);
        return true;
    }

private:
    std::map<float, float> taken_;
};

void place_tag(ArcPiece& piece, const Page& page, float tag_width) {
    const float half = tag_width / 2;
    piece.tag_width = tag_width;
    piece.middle = std::clamp((piece.left + piece.right) / 2, half, std::max(half, page.metrics().width - half));
}

void stack_line(std::vector<ArcPiece*>& pieces, const Page& page) {
    std::ranges::stable_sort(pieces, {}, [](const ArcPiece* piece) { return piece->right - piece->left; });
    std::vector<Lane> lanes;
    const float gap = page.metrics().lane_height / 8;
    for (ArcPiece* piece : pieces) {
        const float left = std::min(piece->left, piece->middle - piece->tag_width / 2) - gap;
        const float right = std::max(piece->right, piece->middle + piece->tag_width / 2) + gap;
        std::size_t lane = 0;
        for (;; ++lane) {
            if (lane == lanes.size()) lanes.emplace_back();
            if (lanes[lane].take(left, right) || lane + 1 == max_lanes) break;
        }
        piece->lane = static_cast<int>(lane);
    }
}

} // namespace

std::vector<Arc> arcs_of(std::string_view item, std::size_t size, const MarkSource& source) {
    std::vector<Arc> arcs;
    for (MarkedObject& entry : marked_objects<Relation>(item, source)) {
        const auto* ends = std::get_if<Relation>(&entry.object->shape);
        if (ends == nullptr || ends->from == ends->to) continue;
        const Answer& side = entry.marked.from_reference ? *source.reference : source.answer;
        Arc arc;
        arc.from = range_of_end(side, item, ends->from, size);
        arc.to = range_of_end(side, item, ends->to, size);
        if (arc.from.empty() || arc.to.empty()) continue;
        const bool drawn_already = entry.marked.from_reference && source.with_mine && entry.partner &&
                                   same_ends(source.answer, *entry.partner, side, *entry.object, size);
        if (drawn_already) continue;
        static_cast<Marked&>(arc) = std::move(entry.marked);
        arc.from_id = ends->from;
        arc.to_id = ends->to;
        arcs.push_back(std::move(arc));
    }
    return arcs;
}

std::vector<ArcPiece> lay_out_arcs(const Page& page, const std::vector<Arc>& arcs,
                                   const std::function<float(const Arc&)>& tag_width) {
    std::vector<ArcPiece> pieces;
    for (std::size_t i = 0; i < arcs.size(); ++i) add_pieces(pieces, page, i, arcs[i]);
    for (ArcPiece& piece : pieces) place_tag(piece, page, tag_width(arcs[piece.arc]));
    std::ranges::stable_sort(pieces, {}, &ArcPiece::line);
    std::vector<ArcPiece*> of_line;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        of_line.push_back(&pieces[i]);
        if (i + 1 < pieces.size() && pieces[i + 1].line == pieces[i].line) continue;
        stack_line(of_line, page);
        of_line.clear();
    }
    return pieces;
}

std::vector<int> lanes_of(const Page& page, const std::vector<ArcPiece>& pieces) {
    std::vector<int> lanes;
    if (!pieces.empty()) lanes.resize(page.lines().size(), 0);
    for (const ArcPiece& piece : pieces) lanes[piece.line] = std::max(lanes[piece.line], piece.lane + 1);
    return lanes;
}

} // namespace biaokao::spans
