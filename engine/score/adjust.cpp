#include "engine/score/adjust.h"

#include <algorithm>

namespace biaokao {
namespace {

void take_all(ItemScore& item, Evidence evidence) {
    item.awarded = HalfPoints{};
    item.evidence.push_back(std::move(evidence));
}

// The last earned items of the group give back what lies above its cap.
void cap(const QuestionKey& key, const CheckGroup& group, QuestionScore& score) {
    if (!group.cap) return;
    HalfPoints room = *group.cap;
    for (std::size_t i = 0; i < score.items.size(); ++i) {
        ItemScore& item = score.items[i];
        if (key.checks[i].group != group.id || !item.awarded) continue;
        const HalfPoints kept = std::min(room, *item.awarded);
        room -= kept;
        if (kept == *item.awarded) continue;
        item.awarded = kept;
        item.evidence.push_back({.kind = "cap",
                                 .value = text_from_points(kept),
                                 .need = "≤ " + text_from_points(*group.cap),
                                 .text = {"evidence.cap", {{"points", text_from_points(*group.cap)}}}});
    }
}

void flood(const QuestionKey& key, const CheckGroup& group, const Judgement& judgement, QuestionScore& score) {
    const Tally& tally = judgement.tally_for(group.id);
    const int limit = flood_limit(tally.references);
    if (!group.flood_limit || tally.objects <= limit) return;
    for (std::size_t i = 0; i < score.items.size(); ++i) {
        ItemScore& item = score.items[i];
        if (key.checks[i].group != group.id || !item.awarded || item.awarded->count <= 0) continue;
        take_all(item, {.kind = "flood",
                        .value = std::to_string(tally.objects),
                        .need = "≤ " + std::to_string(limit),
                        .text = {"evidence.flood",
                                 {{"count", std::to_string(tally.objects)}, {"limit", std::to_string(limit)}}}});
    }
}

void deduct(const QuestionKey& key, const CheckGroup& group, const Judgement& judgement, QuestionScore& score) {
    if (group.deduction_check.empty()) return;
    const Tally& tally = judgement.tally_for(group.id);
    const int beyond = std::max(0, tally.extra - group.deduction_free);
    std::int64_t left = std::int64_t{beyond} * group.deduction_points.count;
    for (std::size_t i = score.items.size(); i-- > 0 && left > 0;) {
        ItemScore& item = score.items[i];
        if (key.checks[i].group != group.id || !item.awarded || item.awarded->count <= 0) continue;
        const HalfPoints taken{static_cast<std::int32_t>(std::min<std::int64_t>(left, item.awarded->count))};
        left -= taken.count;
        *item.awarded -= taken;
        item.evidence.push_back({.kind = "deduction",
                                 .value = "-" + text_from_points(taken),
                                 .need = "≤ " + std::to_string(group.deduction_free),
                                 .text = {"evidence.deduction",
                                          {{"extra", std::to_string(tally.extra)},
                                           {"free", std::to_string(group.deduction_free)},
                                           {"points", text_from_points(taken)}}}});
    }
}

struct Positive { // what a gate looks at
    HalfPoints earned, open, max;
};

Positive positive_points(const QuestionKey& key, const QuestionScore& score, const std::string& group) {
    Positive positive;
    for (std::size_t i = 0; i < score.items.size(); ++i) {
        const CheckSpec& check = key.checks[i];
        if (check.gate || (!group.empty() && check.group != group)) continue;
        positive.max += score.items[i].max;
        if (score.items[i].awarded) positive.earned += *score.items[i].awarded;
        else positive.open += score.items[i].max;
    }
    return positive;
}

} // namespace

int flood_limit(int references) { return std::max(2 * references, references + 3); }

void apply_deductions(const QuestionKey& key, const Judgement& judgement, QuestionScore& score) {
    for (const auto& [id, group] : key.groups) {
        cap(key, group, score);
        flood(key, group, judgement, score);
        deduct(key, group, judgement, score);
    }
}

void apply_blank(QuestionScore& score) {
    for (ItemScore& item : score.items) {
        if (item.awarded && item.awarded->count > 0) take_all(item, {.kind = "blank", .text = {"evidence.blank", {}}});
    }
}

void apply_gates(const QuestionKey& key, QuestionScore& score) {
    for (std::size_t i = 0; i < score.items.size(); ++i) {
        ItemScore& item = score.items[i];
        const auto& gate = key.checks[i].gate;
        if (!gate || !item.awarded || item.awarded->count <= 0) continue;
        const Positive positive = positive_points(key, score, gate->group);
        // Exact: half points are small integers and the shares are 0.5 and 0.25.
        const double needed = gate->share * positive.max.count;
        if (positive.earned.count >= needed) continue;
        const bool open = positive.earned.count + positive.open.count >= needed;
        Evidence evidence{.kind = "gate",
                          .value = text_from_points(positive.earned),
                          .need = "≥ " + std::to_string(static_cast<int>(gate->share * 100)) + " %",
                          .text = {open ? "evidence.gate_open" : "evidence.gate",
                                   {{"earned", text_from_points(positive.earned)},
                                    {"max", text_from_points(positive.max)},
                                    {"percent", std::to_string(static_cast<int>(gate->share * 100))}}}};
        if (open) {
            item.awarded.reset();
            item.evidence.push_back(std::move(evidence));
        } else {
            take_all(item, std::move(evidence));
        }
    }
}

} // namespace biaokao
