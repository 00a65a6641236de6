#include "graders/measures/largest_pairing.h"

namespace biaokao {
namespace {

constexpr std::uint32_t unreached = UINT32_MAX;

class HopcroftKarp {
public:
    HopcroftKarp(const PermittedPairs& permitted, std::size_t right_count)
        : permitted_(permitted), right_of_left_(permitted.left_count(), no_partner),
          left_of_right_(right_count, no_partner), layer_(permitted.left_count()), next_(permitted.left_count()) {}

    Pairing run() {
        Pairing found;
        found.pairs = pair_greedily();
        while (layer_from_free_ones()) {
            for (std::size_t left = 0; left < layer_.size(); ++left) next_[left] = permitted_.first[left];
            for (std::uint32_t left = 0; left < layer_.size(); ++left)
                found.pairs += right_of_left_[left] == no_partner && augment_from(left);
        }
        found.right_of_left = std::move(right_of_left_);
        return found;
    }

private:
    // Most pairs are found at once; the layers only mend what this took wrong.
    std::size_t pair_greedily() {
        std::size_t pairs = 0;
        for (std::uint32_t left = 0; left < layer_.size(); ++left) {
            for (const std::uint32_t right : permitted_.of(left)) {
                if (left_of_right_[right] != no_partner) continue;
                join(left, right);
                ++pairs;
                break;
            }
        }
        return pairs;
    }

    void join(std::uint32_t left, std::uint32_t right) {
        right_of_left_[left] = right;
        left_of_right_[right] = left;
    }

    // How many pairs an alternating path from a free left one needs to each left one, up to the layer where the first
    // free right one comes into reach; false where none does.
    bool layer_from_free_ones() {
        queue_.clear();
        for (std::uint32_t left = 0; left < layer_.size(); ++left) {
            layer_[left] = right_of_left_[left] == no_partner ? 0 : unreached;
            if (layer_[left] == 0) queue_.push_back(left);
        }
        last_layer_ = unreached;
        for (std::size_t at = 0; at < queue_.size() && layer_[queue_[at]] <= last_layer_; ++at) {
            const std::uint32_t layer = layer_[queue_[at]];
            for (const std::uint32_t right : permitted_.of(queue_[at])) {
                const std::uint32_t left = left_of_right_[right];
                if (left == no_partner) last_layer_ = layer;
                if (left == no_partner || layer_[left] != unreached) continue;
                layer_[left] = layer + 1;
                queue_.push_back(left);
            }
        }
        return last_layer_ != unreached;
    }

    // Depth first along the layers, with a path of our own: recursion would be as deep as the input wants it.
    bool augment_from(std::uint32_t start) {
        path_.assign(1, start);
        while (!path_.empty()) {
            const std::uint32_t left = path_.back();
            if (next_[left] == permitted_.first[left + 1]) {
                layer_[left] = unreached; // leads nowhere in this phase
                path_.pop_back();
                if (!path_.empty()) ++next_[path_.back()];
                continue;
            }
            const std::uint32_t right = permitted_.partners[next_[left]];
            const std::uint32_t holder = left_of_right_[right];
            if (holder == no_partner) {
                for (const std::uint32_t one : path_) join(one, permitted_.partners[next_[one]]);
                return true;
            }
            if (layer_[left] < last_layer_ && layer_[holder] == layer_[left] + 1) path_.push_back(holder);
            else ++next_[left];
        }
        return false;
    }

    const PermittedPairs& permitted_;
    std::vector<std::uint32_t> right_of_left_, left_of_right_, layer_;
    std::vector<std::size_t> next_; // the partner of each left one that is to be tried next
    std::vector<std::uint32_t> queue_, path_;
    std::uint32_t last_layer_ = 0;
};

} // namespace

Pairing largest_pairing(const PermittedPairs& permitted, std::size_t right_count) {
    return HopcroftKarp(permitted, right_count).run();
}

} // namespace biaokao
