// A sum of doubles that keeps what rounding takes away (Neumaier 1974, with Knuth's two-sum, which needs no branch).
#pragma once

namespace biaokao {

class CompensatedSum {
public:
    void add(double value) {
        const double sum = sum_ + value;
        const double part = sum - sum_;
        lost_ += (sum_ - (sum - part)) + (value - part);
        sum_ = sum;
    }
    [[nodiscard]] double value() const { return sum_ + lost_; }

private:
    double sum_ = 0, lost_ = 0;
};

} // namespace biaokao
