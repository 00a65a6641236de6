// Numbers different keys from 0 in the order they come, so that measures count in tables instead of comparing texts.
// A key says its hash() as `mixed_hash` gives it, and when it is equal to another.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/base/result.h"

namespace biaokao {

// The high bits depend on all bits of both words. Odd constants of SplitMix64 and MurmurHash3.
[[nodiscard]] inline std::uint64_t mixed_hash(std::uint64_t first, std::uint64_t second) {
    const std::uint64_t mixed = first ^ second * 0x9E37'79B9'7F4A'7C15;
    return (mixed ^ mixed >> 32) * 0xFF51'AFD7'ED55'8CCD;
}

// Starts with 2^smallest_bits places for a quarter as many keys: more of them cost a moment at the start and spare
// collisions in long lists.
template <class Key, int smallest_bits = 6>
class Numbering {
public:
    explicit Numbering(std::span<const Key> first = {}) : slots_(std::size_t{1} << smallest_bits, free_slot) {
        keys_.reserve(slots_.size() / slots_for_each + 1);
        for (const Key& key : first) number(key);
    }

    // The number of a key; one not met before gets the next.
    int number(const Key& key) {
        const std::size_t at = slot_of(key);
        return slots_[at] != free_slot ? slots_[at] : add(key, at);
    }
    [[nodiscard]] int find(const Key& key) const { return slots_[slot_of(key)]; } // -1: not met
    [[nodiscard]] std::span<const Key> keys() const { return keys_; }             // by number
    [[nodiscard]] int size() const { return static_cast<int>(keys_.size()); }
    void clear() {
        std::fill(slots_.begin(), slots_.end(), free_slot);
        keys_.clear();
    }

private:
    static constexpr int free_slot = -1;
    static constexpr std::size_t slots_for_each = 4;

    // Where the key lies or belongs: while another holds the slot, the next one is tried.
    [[nodiscard]] std::size_t slot_of(const Key& key) const {
        std::size_t at = key.hash() >> shift_;
        while (slots_[at] != free_slot && !(keys_[static_cast<std::size_t>(slots_[at])] == key))
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    int add(const Key& key, std::size_t at) {
        BIAOKAO_ASSERT(keys_.size() < std::size_t{1} << 28);
        slots_[at] = size();
        keys_.push_back(key);
        if (keys_.size() * slots_for_each > slots_.size()) grow();
        return size() - 1;
    }

    void grow() {
        --shift_;
        slots_.assign(slots_.size() * 2, free_slot);
        for (int number = 0; number < size(); ++number)
            slots_[slot_of(keys_[static_cast<std::size_t>(number)])] = number;
    }

    std::vector<int> slots_;         // numbers; a power of two
    int shift_ = 64 - smallest_bits; // the high bits of a hash choose the slot
    std::vector<Key> keys_;
};

} // namespace biaokao
