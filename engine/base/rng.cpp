#include "engine/base/rng.h"

#include <array>

#include <sodium.h>

#include "engine/base/result.h"

namespace biaokao {
namespace {

class SystemRng final : public Rng {
public:
    SystemRng() { BIAOKAO_ASSERT(sodium_init() >= 0); }
    std::uint64_t next() override {
        std::uint64_t value = 0;
        randombytes_buf(&value, sizeof value);
        return value;
    }
};

// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
class SplitMix64 final : public Rng {
public:
    explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() override {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }

private:
    std::uint64_t state_;
};

} // namespace

std::unique_ptr<Rng> make_system_rng() { return std::make_unique<SystemRng>(); }

std::unique_ptr<Rng> make_seeded_rng(std::uint64_t seed) { return std::make_unique<SplitMix64>(seed); }

std::string make_uuid(Rng& rng) {
    const std::array<std::uint64_t, 2> halves{(rng.next() & ~0xF000u) | 0x4000u, // version 4
                                              (rng.next() & ~(std::uint64_t{3} << 62)) | std::uint64_t{2} << 62};
    std::string uuid;
    for (const std::uint64_t half : halves) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            if (uuid.size() == 8 || uuid.size() == 13 || uuid.size() == 18 || uuid.size() == 23) uuid += '-';
            uuid += "0123456789abcdef"[half >> shift & 15];
        }
    }
    return uuid;
}

} // namespace biaokao
