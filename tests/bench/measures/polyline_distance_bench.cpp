// Pairs of lines of 20 vertices at 64 steps, beside plain loops with a full Fréchet table.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/geometry/vec.h"
#include "tests/bench/measures/workload.h"

namespace biaokao::bench {
namespace {

constexpr std::size_t steps = 64;

// A lane marking from the lower edge up, and the same line with other vertices.
Json::Array make(Random& random, std::size_t count, std::size_t size) {
    Json::Array cases;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = between(random, 200, 1700), slope = between(random, -1, 1), bend = between(random, -200, 200);
        const auto line = [&](double noise) {
            Json::Array points;
            for (std::size_t k = 0; k < size; ++k) {
                const double at = (static_cast<double>(k) + between(random, 0, 0.8)) / static_cast<double>(size);
                points.push_back(Json::Array{x + 800 * slope * at + bend * at * at + between(random, -noise, noise),
                                             1080 - 800 * at});
            }
            return points;
        };
        Json reference(line(0)), candidate(line(4));
        cases.push_back(make_case(i, Json::Object{{"steps", static_cast<std::int64_t>(steps)}}, std::move(reference),
                                  std::move(candidate)));
    }
    return cases;
}

using PlainLine = std::vector<Vec2>;

PlainLine plain_line(const Json& points) {
    PlainLine line;
    for (const Json& point : *points.array())
        line.push_back({(*point.array())[0].number(), (*point.array())[1].number()});
    return line;
}

double plain_length(Vec2 a, Vec2 b) { return std::hypot(b.x - a.x, b.y - a.y); }

PlainLine plain_samples(const PlainLine& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) length += plain_length(line[i - 1], line[i]);
    PlainLine samples;
    for (std::size_t step = 0; step <= steps; ++step) {
        double left = length * static_cast<double>(step) / static_cast<double>(steps);
        std::size_t side = 1;
        while (side + 1 < line.size() && left > plain_length(line[side - 1], line[side]))
            left -= plain_length(line[side - 1], line[side]), ++side;
        const double share = std::min(1.0, left / plain_length(line[side - 1], line[side]));
        samples.push_back(line[side - 1] + (line[side] - line[side - 1]) * share);
    }
    return samples;
}

double plain_distance(Vec2 p, const PlainLine& line) {
    double nearest = plain_length(p, line[0]);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Vec2 along = line[i] - line[i - 1], from = p - line[i - 1];
        const double share = (from.x * along.x + from.y * along.y) / (along.x * along.x + along.y * along.y);
        nearest = std::min(nearest, plain_length(p, line[i - 1] + along * std::clamp(share, 0.0, 1.0)));
    }
    return nearest;
}

double plain_frechet(const PlainLine& a, const PlainLine& b) {
    std::vector<std::vector<double>> table(a.size(), std::vector<double>(b.size()));
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            double before = i + j == 0 ? 0 : 1e300;
            if (i > 0) before = std::min(before, table[i - 1][j]);
            if (j > 0) before = std::min(before, table[i][j - 1]);
            if (i > 0 && j > 0) before = std::min(before, table[i - 1][j - 1]);
            table[i][j] = std::max(before, plain_length(a[i], b[j]));
        }
    }
    return table.back().back();
}

std::function<void()> plain(const Json::Array& cases) {
    std::vector<std::pair<PlainLine, PlainLine>> pairs;
    for (const Json& one : cases)
        pairs.emplace_back(plain_line(*one.find("reference")), plain_line(*one.find("candidate")));
    return [pairs = std::move(pairs)] {
        for (const auto& [reference, candidate] : pairs) {
            PlainLine a = plain_samples(reference), b = plain_samples(candidate);
            double sum = 0, largest = 0;
            for (const Vec2 p : a) sum += plain_distance(p, candidate);
            for (const Vec2 p : b) sum += plain_distance(p, reference);
            for (const Vec2 p : reference) largest = std::max(largest, plain_distance(p, candidate));
            for (const Vec2 p : candidate) largest = std::max(largest, plain_distance(p, reference));
            keep(sum + largest + plain_frechet(a, b));
            std::reverse(b.begin(), b.end());
            keep(plain_frechet(a, b));
        }
    };
}

constexpr std::array<Workload, 1> workloads{Workload{.name = "lines of 20 vertices, 64 steps",
                                                     .metric = "polyline_distance",
                                                     .cases = 2'000,
                                                     .sizes = {20, 40, 80},
                                                     .target_s = 0.15,
                                                     .known_s = 0.50,
                                                     .make = make,
                                                     .plain = plain}};

} // namespace

std::span<const Workload> polyline_distance_workloads() { return workloads; }

} // namespace biaokao::bench
