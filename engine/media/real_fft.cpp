// Stockham's order: each stage writes where the next one reads in sequence, so that nothing is reversed at the end.
// C. Van Loan, Computational Frameworks for the Fast Fourier Transform (1992), 1.7 (Stockham), 2.4 (radix 4), 4.3
// (real).
#include "engine/media/real_fft.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

#include "engine/base/result.h"

namespace biaokao {

namespace {

// e^(−2πi · numerator / denominator)
void set_turn(float& re, float& im, std::size_t numerator, std::size_t denominator) {
    const double angle = -2 * std::numbers::pi * static_cast<double>(numerator) / static_cast<double>(denominator);
    re = static_cast<float>(std::cos(angle));
    im = static_cast<float>(std::sin(angle));
}

constexpr std::size_t lanes = 4;
// `inline`: the loops below need them in place.
struct Lanes { // neighbours that are computed together: compilers make one vector of them
    float at[lanes];
};
template <class Combine>
Lanes each(const Lanes& a, const Lanes& b, Combine combine) {
    Lanes made;
    for (std::size_t i = 0; i < lanes; ++i) made.at[i] = combine(a.at[i], b.at[i]);
    return made;
}
inline Lanes operator+(const Lanes& a, const Lanes& b) {
    return each(a, b, [](float x, float y) { return x + y; });
}
inline Lanes operator-(const Lanes& a, const Lanes& b) {
    return each(a, b, [](float x, float y) { return x - y; });
}
inline Lanes operator*(const Lanes& a, const Lanes& b) {
    return each(a, b, [](float x, float y) { return x * y; });
}

struct Complex {
    Lanes re, im;
};
inline Complex operator+(const Complex& a, const Complex& b) { return {a.re + b.re, a.im + b.im}; }
inline Complex operator-(const Complex& a, const Complex& b) { return {a.re - b.re, a.im - b.im}; }
inline Complex operator*(const Complex& a, const Complex& b) {
    return {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re};
}

struct FourSums { // the transform of four points
    Complex zeroth, first, second, third;
};
inline FourSums four_sums(const Complex& a, const Complex& b, const Complex& c, const Complex& d) {
    const Complex even = a + c, odd = b + d, across = a - c, turned{b.im - d.im, d.re - b.re}; // −i (b − d)
    return {even + odd, across + turned, even - odd, across - turned};
}

inline Lanes load(const std::vector<float>& from, std::size_t at) {
    Lanes made;
    std::copy_n(from.data() + at, lanes, made.at);
    return made;
}
template <class Complexes>
Complex load(const Complexes& from, std::size_t at) {
    return {load(from.re, at), load(from.im, at)};
}
template <class Complexes>
Complex spread(const Complexes& from, std::size_t at) { // the same one in each lane
    Complex made;
    std::fill_n(made.re.at, lanes, from.re[at]);
    std::fill_n(made.im.at, lanes, from.im[at]);
    return made;
}
template <class Complexes>
void store(Complexes& to, std::size_t at, const Complex& value) {
    std::copy_n(value.re.at, lanes, to.re.data() + at);
    std::copy_n(value.im.at, lanes, to.im.data() + at);
}

} // namespace

RealFft::RealFft(int size) : half_(static_cast<std::size_t>(size) / 2) {
    BIAOKAO_ASSERT(size >= 64 && std::has_single_bit(static_cast<unsigned>(size)));
    for (Complexes* values : {&now_, &next_}) values->resize(half_);
    turns_.resize(half_ / 2 + 1);
    for (std::size_t k = 0; k <= half_ / 2; ++k) set_turn(turns_.re[k], turns_.im[k], k, 2 * half_);
    for (std::size_t points = half_; points >= 4; points /= 4) {
        Stage& stage = stages_.emplace_back();
        for (Complexes* factors : {&stage.first, &stage.second, &stage.third}) factors->resize(points / 4);
        for (std::size_t p = 0; p < points / 4; ++p) {
            set_turn(stage.first.re[p], stage.first.im[p], p, points);
            set_turn(stage.second.re[p], stage.second.im[p], 2 * p, points);
            set_turn(stage.third.re[p], stage.third.im[p], 3 * p, points);
        }
    }
}

void RealFft::four_points(const Stage& stage, std::size_t groups, std::size_t stride) {
    const std::size_t apart = groups * stride;
    const auto sums = [&](std::size_t from) {
        return four_sums(load(now_, from), load(now_, from + apart), load(now_, from + 2 * apart),
                         load(now_, from + 3 * apart));
    };
    if (stride == 1) { // here neighbours have different factors, and their results stand apart
        for (std::size_t p = 0; p < groups; p += lanes) {
            const FourSums x = sums(p);
            const Complex results[] = {x.zeroth, x.first * load(stage.first, p), x.second * load(stage.second, p),
                                       x.third * load(stage.third, p)};
            for (std::size_t lane = 0; lane < lanes; ++lane)
                for (std::size_t i = 0; i < 4; ++i) {
                    next_.re[4 * (p + lane) + i] = results[i].re.at[lane];
                    next_.im[4 * (p + lane) + i] = results[i].im.at[lane];
                }
        }
        return;
    }
    for (std::size_t p = 0; p < groups; ++p) {
        const Complex first = spread(stage.first, p), second = spread(stage.second, p), third = spread(stage.third, p);
        for (std::size_t q = 0; q < stride; q += lanes) {
            const FourSums x = sums(q + stride * p);
            const std::size_t to = q + 4 * stride * p;
            store(next_, to, x.zeroth);
            store(next_, to + stride, x.first * first);
            store(next_, to + 2 * stride, x.second * second);
            store(next_, to + 3 * stride, x.third * third);
        }
    }
}

void RealFft::two_points(std::size_t stride) {
    for (std::size_t q = 0; q < stride; ++q) {
        next_.re[q] = now_.re[q] + now_.re[q + stride];
        next_.im[q] = now_.im[q] + now_.im[q + stride];
        next_.re[q + stride] = now_.re[q] - now_.re[q + stride];
        next_.im[q + stride] = now_.im[q] - now_.im[q + stride];
    }
}

void RealFft::transform() {
    std::size_t points = half_, stride = 1;
    for (const Stage& stage : stages_) {
        four_points(stage, points / 4, stride);
        std::swap(now_, next_);
        points /= 4;
        stride *= 4;
    }
    if (points == 1) return;
    two_points(stride);
    std::swap(now_, next_);
}

void RealFft::powers(std::span<const float> samples, std::span<float> powers) {
    BIAOKAO_ASSERT(samples.size() == 2 * half_ && powers.size() == half_ + 1);
    for (std::size_t i = 0; i < half_;
         ++i) { // even samples as the real part of one half as long, odd ones as the other
        now_.re[i] = samples[2 * i];
        now_.im[i] = samples[2 * i + 1];
    }
    transform();
    const float *re = now_.re.data(), *im = now_.im.data();
    powers[0] = (re[0] + im[0]) * (re[0] + im[0]);
    powers[half_] = (re[0] - im[0]) * (re[0] - im[0]);
    float* out = powers.data();
    for (std::size_t k = 1; k <= half_ / 2; ++k) { // k and its mirror share what the even and the odd samples have
        const std::size_t mirror = half_ - k;
        const float even_r = (re[k] + re[mirror]) / 2, even_i = (im[k] - im[mirror]) / 2;
        const float odd_r = (im[k] + im[mirror]) / 2, odd_i = (re[mirror] - re[k]) / 2;
        const float turned_r = odd_r * turns_.re[k] - odd_i * turns_.im[k];
        const float turned_i = odd_r * turns_.im[k] + odd_i * turns_.re[k];
        out[k] = (even_r + turned_r) * (even_r + turned_r) + (even_i + turned_i) * (even_i + turned_i);
        out[mirror] = (even_r - turned_r) * (even_r - turned_r) + (even_i - turned_i) * (even_i - turned_i);
    }
}

} // namespace biaokao
