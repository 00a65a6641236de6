// Points and axis-aligned boxes. A name says the space: point_in_image, box_in_screen.
#pragma once

#include <algorithm>

namespace biaokao {

struct Vec2 {
    double x = 0, y = 0;
    friend bool operator==(const Vec2&, const Vec2&) = default;
    friend Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec2 operator*(Vec2 a, double k) { return {a.x * k, a.y * k}; }
};

// x, y = upper left corner; width and height are never negative in an answer.
struct Box {
    double x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Box&, const Box&) = default;
    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
    [[nodiscard]] double area() const { return width * height; }
    [[nodiscard]] Vec2 middle() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool contains(Vec2 p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
};

// The box with these two opposite corners, in whatever order they were given.
[[nodiscard]] inline Box box_from_corners(Vec2 a, Vec2 b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x) - std::min(a.x, b.x),
            std::max(a.y, b.y) - std::min(a.y, b.y)};
}

// The smallest box around both.
[[nodiscard]] inline Box box_around(const Box& a, const Box& b) {
    return box_from_corners({std::min(a.x, b.x), std::min(a.y, b.y)},
                            {std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom())});
}

} // namespace biaokao
