#include "graders/image_objects/match_shapes.h"

#include "graders/measures/box_match.h"
#include "graders/measures/pass_match.h"

namespace biaokao::image_objects {
namespace {

constexpr double ignore_min = 0.5; // share of a shape's bounding box inside an ignore region that excuses it

struct Place { // one kind of shape in one picture
    std::string_view item;
    std::size_t kind = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};
using EntriesByPlace = std::map<Place, std::vector<Entry>>;

EntriesByPlace entries_by_place(const Objects& objects) {
    EntriesByPlace entries;
    for (const auto& [id, object] : objects) {
        if (family_of(object.shape)) entries[{object.item, object.shape.index()}].push_back({&id, &object});
    }
    return entries;
}

// Lines and key points are matched where their similarity is that of the limit.
PassLimits pass_limits(const MatchLimits& limits, Family family) {
    if (family == Family::line) return {.match_min = 0.5, .near_min = near_overlap_min};
    return {.match_min = match_limit(limits, family), .near_min = near_overlap_min};
}

class PlaceMatcher {
public:
    PlaceMatcher(const ShapeKey& key, std::string item, std::vector<Entry> references, std::vector<Entry> candidates)
        : key_(key), item_(std::move(item)), references_(std::move(references)), candidates_(std::move(candidates)) {
        sort_in_tie_order(candidates_);
        drawn_.reserve(candidates_.size());
        for (const Entry& entry : candidates_) drawn_.emplace_back(*entry.object);
        for (const IgnoreRegion& region : key.key.ignore) {
            if (region.item == item_) regions_.push_back(region.box);
        }
    }

    void match_into(ObjectMatching& matching) const {
        const Matching found = match();
        matching.add_pairs(item_, references_, candidates_, found.matched, Verdict::matched);
        matching.add_pairs(item_, references_, candidates_, found.wrong_label, Verdict::wrong_label);
        matching.add_pairs(item_, references_, candidates_, found.near_miss, Verdict::near_miss);
        matching.add_missing(item_, references_, found.missing_references);
        for (const Pair& pair : found.near_miss) {
            if (is_ignored(pair.candidate)) matching.excused.push_back(id_of(pair.candidate));
        }
        for (const int index : found.unmatched)
            matching.add_left(item_, id_of(index), is_ignored(index) ? Verdict::ignored : Verdict::extra);
    }

private:
    [[nodiscard]] Matching match() const {
        const Family family =
            family_of((references_.empty() ? candidates_ : references_).front().object->shape).value();
        PassMatcher passes(pass_limits(key_.limits, family));
        for (std::size_t r = 0; r < references_.size(); ++r) {
            const MeasuredShape& reference = key_.references.at(*references_[r].id);
            for (std::size_t c = 0; c < drawn_.size(); ++c) {
                const double alike = similarity(reference, drawn_[c], key_.limits);
                if (alike > 0) passes.add(r, c, alike, reference.object->label, drawn_[c].object->label);
            }
        }
        return passes.match(references_.size(), drawn_.size());
    }
    [[nodiscard]] const std::string& id_of(int candidate) const {
        return *candidates_[static_cast<std::size_t>(candidate)].id;
    }
    [[nodiscard]] bool is_ignored(int candidate) const {
        const MeasuredShape& shape = drawn_[static_cast<std::size_t>(candidate)];
        const Family family = family_of(shape.object->shape).value();
        return (family == Family::box || family == Family::area) &&
               lies_in_a_region(shape.bounds, regions_, ignore_min);
    }

    const ShapeKey& key_;
    std::string item_;
    std::vector<Entry> references_, candidates_;
    std::vector<MeasuredShape> drawn_; // as candidates_
    std::vector<Box> regions_;
};

} // namespace

ObjectMatching match_shapes(const ShapeKey& key, const Answer& answer) {
    ObjectMatching matching;
    const EntriesByPlace wanted = entries_by_place(key.key.reference.objects), drawn = entries_by_place(answer.objects);
    const auto entries_of = [](const EntriesByPlace& entries, const Place& place) {
        const auto found = entries.find(place);
        return found == entries.end() ? std::vector<Entry>{} : found->second;
    };
    for (const ItemSpec& item : key.question.items) {
        for (std::size_t kind = 0; kind < std::variant_size_v<Shape>; ++kind) {
            auto references = entries_of(wanted, {item.id, kind}), candidates = entries_of(drawn, {item.id, kind});
            if (references.empty() && candidates.empty()) continue;
            PlaceMatcher(key, item.id, std::move(references), std::move(candidates)).match_into(matching);
        }
    }
    for (const auto& [id, object] : answer.objects) {
        if (!key.question.find_item(object.item) || !family_of(object.shape))
            matching.add_left(object.item, id, Verdict::extra);
    }
    return matching;
}

} // namespace biaokao::image_objects
