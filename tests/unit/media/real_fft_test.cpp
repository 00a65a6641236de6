#include "engine/media/real_fft.h"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <random>

using namespace biaokao;

namespace {

std::vector<float> powers_of(const std::vector<float>& samples) {
    RealFft fft(static_cast<int>(samples.size()));
    std::vector<float> powers(samples.size() / 2 + 1);
    fft.powers(samples, powers);
    return powers;
}

// By the definition, term by term.
double plain_power(const std::vector<float>& samples, std::size_t k) {
    std::complex<double> sum = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto turns = static_cast<double>(k * i % samples.size()) / static_cast<double>(samples.size());
        sum += static_cast<double>(samples[i]) * std::polar(1.0, -2 * std::numbers::pi * turns);
    }
    return std::norm(sum);
}

} // namespace

TEST_CASE("real_fft: as the definition says, for odd and even powers of two") {
    std::mt19937 random(20261126);
    std::uniform_real_distribution<float> value(-1, 1);
    for (const std::size_t size : {64U, 128U, 256U, 512U, 1'024U}) {
        CAPTURE(size);
        std::vector<float> samples(size);
        for (float& sample : samples) sample = value(random);
        const auto powers = powers_of(samples);
        for (std::size_t k = 0; k < powers.size(); k += size / 64) // in all places, and few enough for a quick test
            CHECK(powers[k] == doctest::Approx(plain_power(samples, k)).epsilon(1e-4).scale(1));
        CHECK(powers.back() == doctest::Approx(plain_power(samples, size / 2)).epsilon(1e-4).scale(1));
    }
}

TEST_CASE("real_fft: the largest size keeps the energy of the samples") {
    std::mt19937 random(7);
    std::uniform_real_distribution<float> value(-1, 1);
    std::vector<float> samples(8'192);
    double energy = 0;
    for (float& sample : samples) {
        sample = value(random);
        energy += static_cast<double>(sample) * static_cast<double>(sample);
    }
    const auto powers = powers_of(samples);
    double sum = 0; // Parseval: all but the first and the last stand for two frequencies
    for (std::size_t k = 0; k < powers.size(); ++k)
        sum += static_cast<double>(powers[k]) * (k == 0 || k + 1 == powers.size() ? 1 : 2);
    CHECK(sum / static_cast<double>(samples.size()) == doctest::Approx(energy).epsilon(1e-5));
}

TEST_CASE("real_fft: one impulse holds all frequencies alike, and one instance transforms one list after the other") {
    RealFft fft(256);
    std::vector<float> samples(256), powers(129);
    samples[37] = 2;
    for (int round = 0; round < 2; ++round) {
        fft.powers(samples, powers);
        for (const float power : powers) CHECK(power == doctest::Approx(4).epsilon(1e-5));
    }
}
