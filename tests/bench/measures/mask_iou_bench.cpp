// Pairs of masks from their run lengths, beside masks unpacked to one byte a pixel.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/geometry/mask_runs.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

struct Disc {
    double x = 0, y = 0, radius = 0;
};

// An object of four lobes, with a hole, as an annotator's outline would have filled it.
struct Drawing {
    std::array<Disc, 4> lobes;
    Disc hole;
    [[nodiscard]] bool holds(double x, double y) const {
        const auto in = [&](const Disc& d) { return std::hypot(x - d.x, y - d.y) < d.radius; };
        return std::any_of(lobes.begin(), lobes.end(), in) && !in(hole);
    }
};

Drawing random_drawing(Random& random, double size) {
    const auto disc = [&](double least, double most) {
        return Disc{size * between(random, 0.3, 0.7), size * between(random, 0.3, 0.7),
                    size * between(random, least, most)};
    };
    return {{disc(0.1, 0.3), disc(0.1, 0.3), disc(0.1, 0.3), disc(0.1, 0.3)}, disc(0.02, 0.1)};
}

// The same object by another hand: every disc moved and resized a little.
Drawing redrawn(Random& random, Drawing drawing, double size) {
    const auto shake = [&](Disc& d) {
        d.x += size * between(random, -0.01, 0.01);
        d.y += size * between(random, -0.01, 0.01);
        d.radius *= between(random, 0.97, 1.03);
    };
    for (Disc& lobe : drawing.lobes) shake(lobe);
    shake(drawing.hole);
    return drawing;
}

Json coco(const Drawing& drawing, std::size_t size) {
    std::vector<std::int64_t> counts{0};
    bool set = false;
    for (std::size_t x = 0; x < size; ++x) {
        for (std::size_t y = 0; y < size; ++y) {
            if (drawing.holds(static_cast<double>(x), static_cast<double>(y)) != set) counts.push_back(0), set = !set;
            ++counts.back();
        }
    }
    const auto side = static_cast<std::int64_t>(size);
    return Json::Object{{"size", Json::Array{side, side}},
                        {"counts", text_from_mask(mask_from_counts(side, side, counts).value())}};
}

Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        const Drawing reference = random_drawing(random, static_cast<double>(size));
        const Drawing candidate = redrawn(random, reference, static_cast<double>(size));
        cases.push_back(make_case(i, Json::Object{{"rle", false}}, coco(reference, size), coco(candidate, size)));
    }
    return cases;
}

MaskRuns mask_of(const Json& side) {
    const Json::Array& size = *side.find("size")->array();
    return mask_from_text(*size[0].integer(), *size[1].integer(), *side.find("counts")->string()).value();
}

std::vector<char> unpacked(const MaskRuns& mask) {
    std::vector<char> pixels(std::size_t{mask.height} * mask.width);
    for (const PixelRun& run : mask.runs) std::fill(pixels.begin() + run.start, pixels.begin() + run.end, 1);
    return pixels;
}

// From run lengths as well: both masks are unpacked, then compared pixel by pixel.
std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::pair<MaskRuns, MaskRuns>> pairs;
    for (const Json& one : cases) pairs.emplace_back(mask_of(*one.find("reference")), mask_of(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        for (const auto& [reference, candidate] : pairs) {
            const std::vector<char> a = unpacked(reference), b = unpacked(candidate);
            std::size_t common = 0, all = 0;
            for (std::size_t i = 0; i < a.size(); ++i) common += a[i] & b[i], all += a[i] | b[i];
            keep(static_cast<double>(common) / static_cast<double>(all));
        }
    };
}

constexpr std::array<Workload, 1> workloads{Workload{.name = "mask pairs from run lengths",
                                                     .metric = "mask_iou",
                                                     .cases = 1'000,
                                                     .sizes = {512, 724, 1024},
                                                     .target_s = 0.005,
                                                     .known_s = 0.0101,
                                                     .make = make,
                                                     .plain = plain}};

} // namespace

std::span<const Workload> mask_iou_workloads() { return workloads; }

} // namespace biaokao::bench
