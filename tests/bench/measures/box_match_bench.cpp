// Pictures of 20 + 20 boxes of three classes: two passes at one threshold, and the plain matrices of IoU.
#include <algorithm>
#include <array>

#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::array<const char*, 3> labels{"car", "person", "sign"};

Json box_row(const char* label, double x, double y, double width, double height) {
    return Json::Array{label, x, y, width, height};
}

Json::Array make(Random& random, std::size_t count, std::size_t size, const char* want) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        Json::Array references, candidates;
        for (std::size_t k = 0; k < size; ++k) {
            const char* label = labels[below(random, labels.size())];
            const double x = between(random, 0, 1800), y = between(random, 0, 1000);
            const double width = between(random, 20, 200), height = between(random, 20, 200);
            references.push_back(box_row(label, x, y, width, height));
            const char* drawn = below(random, 10) == 0 ? labels[below(random, labels.size())] : label;
            candidates.push_back(box_row(drawn, x + between(random, -8, 8), y + between(random, -8, 8),
                                         width + between(random, -8, 8), height + between(random, -8, 8)));
        }
        std::shuffle(candidates.begin(), candidates.end(), random);
        cases.push_back(
            make_case(i, Json::Object{{"want", want}, {"iou_min", 0.5}, {"near_min", 0.1}, {"ignore_min", 0.5}},
                      Json::Object{{"boxes", std::move(references)}, {"ignore", Json::Array{}}},
                      Json::Object{{"boxes", std::move(candidates)}}));
    }
    return cases;
}

struct PlainBox {
    std::string label;
    double x = 0, y = 0, right = 0, bottom = 0;
};

std::vector<PlainBox> plain_boxes(const Json& side) {
    std::vector<PlainBox> boxes;
    for (const Json& row : *side.find("boxes")->array()) {
        const Json::Array& r = *row.array();
        boxes.push_back({*r[0].string(), r[1].number(), r[2].number(), r[1].number() + r[3].number(),
                         r[2].number() + r[4].number()});
    }
    return boxes;
}

double plain_iou(const PlainBox& a, const PlainBox& b) {
    const double width = std::min(a.right, b.right) - std::max(a.x, b.x);
    const double height = std::min(a.bottom, b.bottom) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) return 0;
    const double common = width * height;
    return common / ((a.right - a.x) * (a.bottom - a.y) + (b.right - b.x) * (b.bottom - b.y) - common);
}

using PlainPicture = std::pair<std::vector<PlainBox>, std::vector<PlainBox>>;

std::vector<PlainPicture> plain_pictures(const Json::Array& cases) {
    std::vector<PlainPicture> pictures;
    for (const Json& one : cases)
        pictures.emplace_back(plain_boxes(*one.find("reference")), plain_boxes(*one.find("candidate")));
    return pictures;
}

// Greedy: each reference takes the best box that is left, first of its own label, then of any.
std::function<void()> plain_greedy(const Json::Array& cases) {
    return [pictures = plain_pictures(cases)] {
        double sum = 0;
        for (const auto& [references, candidates] : pictures) {
            std::vector<char> taken(candidates.size()), found(references.size());
            for (const bool same_label : {true, false}) {
                for (std::size_t r = 0; r < references.size(); ++r) {
                    double best = 0.5;
                    std::size_t chosen = candidates.size();
                    for (std::size_t c = 0; c < candidates.size(); ++c) {
                        if (taken[c] || found[r]) continue;
                        if (same_label && candidates[c].label != references[r].label) continue;
                        const double iou = plain_iou(references[r], candidates[c]);
                        if (iou >= best) best = iou, chosen = c;
                    }
                    if (chosen == candidates.size()) continue;
                    taken[chosen] = found[r] = 1;
                    sum += best;
                }
            }
        }
        keep(sum);
    };
}

std::function<void()> plain_matrices(const Json::Array& cases) {
    return [pictures = plain_pictures(cases)] {
        for (const auto& [references, candidates] : pictures) {
            std::vector<double> matrix(references.size() * candidates.size());
            std::size_t at = 0;
            for (const PlainBox& r : references) {
                for (const PlainBox& c : candidates) matrix[at++] = plain_iou(r, c);
            }
            keep(matrix.empty() ? 0 : matrix.back());
        }
    };
}

Json::Array make_counts(Random& random, std::size_t count, std::size_t size) {
    return make(random, count, size, "counts");
}
Json::Array make_iou(Random& random, std::size_t count, std::size_t size) { return make(random, count, size, "iou"); }

constexpr std::array<Workload, 2> workloads{
    Workload{.name = "20 + 20 boxes, two passes",
             .metric = "box_match",
             .cases = 10'000,
             .sizes = {20, 40, 80},
             .target_s = 0.25,
             .known_s = 0.97,
             .make = make_counts,
             .plain = plain_greedy},
    Workload{.name = "20 + 20 boxes, IoU matrices",
             .metric = "box_match",
             .cases = 10'000,
             .sizes = {20, 40, 80},
             .target_s = 0.05,
             .known_s = 0.065,
             .make = make_iou,
             .plain = plain_matrices},
};

} // namespace

std::span<const Workload> box_match_workloads() { return workloads; }

} // namespace biaokao::bench
