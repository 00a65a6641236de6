// Randomness as an interface: session ids and seeds come only from here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace biaokao {

class Rng {
public:
    virtual ~Rng() = default;
    [[nodiscard]] virtual std::uint64_t next() = 0;
};

[[nodiscard]] std::unique_ptr<Rng> make_system_rng();                   // the operating system's
[[nodiscard]] std::unique_ptr<Rng> make_seeded_rng(std::uint64_t seed); // SplitMix64, for tests and replay
[[nodiscard]] std::string make_uuid(Rng& rng);                          // version 4

} // namespace biaokao
