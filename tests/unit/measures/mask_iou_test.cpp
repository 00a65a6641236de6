#include "graders/measures/mask_iou.h"

#include <random>

#include <doctest/doctest.h>

namespace biaokao {
namespace {

MaskRuns mask(std::int64_t height, std::int64_t width, std::vector<std::int64_t> counts) {
    return mask_from_counts(height, width, counts).value();
}

using Pixels = std::vector<bool>; // column by column

MaskRuns mask_of(std::int64_t height, std::int64_t width, const Pixels& pixels) {
    std::vector<std::int64_t> counts{0};
    bool set = false;
    for (const bool pixel : pixels) {
        if (pixel != set) counts.push_back(0), set = pixel;
        ++counts.back();
    }
    return mask(height, width, counts);
}

// Blocks of equal pixels of random length, so that runs end inside columns and go over several of them.
Pixels random_pixels(std::mt19937& random, std::size_t size) {
    Pixels pixels;
    const std::size_t longest = 1 + random() % 12;
    bool set = random() % 2 == 0;
    while (pixels.size() < size) {
        pixels.insert(pixels.end(), std::min(size - pixels.size(), 1 + random() % longest), set);
        set = !set;
    }
    return pixels;
}

PixelBox plain_box(std::int64_t height, const Pixels& pixels) {
    std::int64_t left = 1000, top = 1000, right = -1, bottom = -1;
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (!pixels[i]) continue;
        const std::int64_t x = static_cast<std::int64_t>(i) / height, y = static_cast<std::int64_t>(i) % height;
        left = std::min(left, x), right = std::max(right, x);
        top = std::min(top, y), bottom = std::max(bottom, y);
    }
    if (right < 0) return {};
    return {left, top, right - left + 1, bottom - top + 1};
}

TEST_CASE("mask_iou: runs go down the columns, so a picture that is not square tells rows from columns") {
    const MaskRuns column = mask(2, 3, {2, 2, 2}); // the middle column; read row by row it would be an odd shape
    CHECK(mask_box(column) == PixelBox{1, 0, 1, 2});
    CHECK(mask_overlap(column, mask(2, 3, {3, 2, 1})).intersection == 1);
}

TEST_CASE("mask_iou: two empty masks have IoU and Dice 0 and a box of zeros") {
    const MaskRuns empty = mask(3, 4, {12});
    CHECK(mask_overlap(empty, empty).iou() == 0);
    CHECK(mask_overlap(empty, empty).dice() == 0);
    CHECK(mask_box(empty) == PixelBox{});
}

TEST_CASE("mask_iou: a run of length zero inside is no pixel, neither of the area nor of the box") {
    const MaskRuns odd = mask(4, 4, {5, 0, 0, 2, 1, 0, 8}); // pycocotools' toBbox would count the empty runs
    CHECK(odd == mask(4, 4, {5, 2, 9}));
    CHECK(mask_box(odd) == PixelBox{1, 1, 1, 2});
}

TEST_CASE("mask_iou: overlap, box, intersection and union equal those of unpacked pixels") {
    for (unsigned seed = 0; seed < 150; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        const auto height = static_cast<std::int64_t>(1 + random() % 9),
                   width = static_cast<std::int64_t>(1 + random() % 9);
        const auto size = static_cast<std::size_t>(height * width);
        const Pixels a = random_pixels(random, size), b = random_pixels(random, size);
        Pixels common(size), all(size);
        std::int64_t a_area = 0, b_area = 0, common_area = 0;
        for (std::size_t i = 0; i < size; ++i) {
            common[i] = a[i] && b[i], all[i] = a[i] || b[i];
            a_area += a[i], b_area += b[i], common_area += common[i];
        }
        const MaskRuns mask_a = mask_of(height, width, a), mask_b = mask_of(height, width, b);
        const MaskOverlap overlap = mask_overlap(mask_a, mask_b);
        CHECK(overlap.reference_area == a_area);
        CHECK(overlap.candidate_area == b_area);
        CHECK(overlap.intersection == common_area);
        CHECK(mask_overlap(mask_b, mask_a).iou() == overlap.iou());
        if (a_area > 0) CHECK(mask_overlap(mask_a, mask_a).iou() == 1);
        CHECK(mask_box(mask_a) == plain_box(height, a));
        CHECK(mask_intersection(mask_a, mask_b) == mask_of(height, width, common));
        CHECK(mask_union(mask_a, mask_b) == mask_of(height, width, all));
    }
}

} // namespace
} // namespace biaokao
