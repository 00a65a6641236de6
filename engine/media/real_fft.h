// The powers of the frequencies in real samples: a Fourier transform of half the length, its factors computed once.
// Four points at once where they stand beside each other, which compilers turn into vector instructions.
#pragma once

#include <span>
#include <vector>

namespace biaokao {

class RealFft {
public:
    explicit RealFft(int size); // of the samples: a power of two, at least 64

    // |X_k|² for k = 0 … size / 2 of exactly `size` samples, into as many values as that are.
    void powers(std::span<const float> samples, std::span<float> powers);

private:
    struct Complexes { // a list of them
        std::vector<float> re, im;
        void resize(std::size_t count) { re.resize(count), im.resize(count); }
    };
    struct Stage {                      // of four points each
        Complexes first, second, third; // factors: powers 1, 2, 3 of a root of unity
    };
    void transform();
    // Four points that stand `groups * stride` apart become neighbours at distance `stride`.
    void four_points(const Stage& stage, std::size_t groups, std::size_t stride);
    void two_points(std::size_t stride);

    std::size_t half_;
    std::vector<Stage> stages_;
    Complexes now_, next_, turns_; // the values, room for those of the next stage; factors that separate even and odd
};

} // namespace biaokao
