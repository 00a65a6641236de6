// One cell of a table or of a query's result: nothing, a number or a text, and rows of them. Texts are borrowed from
// the answer or the file that they stand in.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/json.h"
#include "engine/base/number.h"

namespace biaokao {

class TableCell {
public:
    TableCell() = default; // nothing
    explicit TableCell(Number number) {
        if (const auto whole = number.whole()) {
            kind_ = Kind::whole;
            whole_ = *whole;
        } else {
            kind_ = Kind::decimal;
            decimal_ = number.value();
        }
    }
    explicit TableCell(std::string_view text) : kind_(Kind::text), text_(text.data()) {
        size_ = static_cast<std::uint32_t>(text.size());
        BIAOKAO_ASSERT(size_ == text.size());
    }

    [[nodiscard]] bool is_nothing() const { return kind_ == Kind::nothing; }
    [[nodiscard]] bool is_number() const { return kind_ == Kind::whole || kind_ == Kind::decimal; }
    [[nodiscard]] bool is_text() const { return kind_ == Kind::text; }
    [[nodiscard]] Number number() const { // asserts is_number()
        BIAOKAO_ASSERT(is_number());
        return kind_ == Kind::whole ? Number(whole_) : Number(decimal_);
    }
    [[nodiscard]] std::string_view text() const { // asserts is_text()
        BIAOKAO_ASSERT(is_text());
        return {text_, size_};
    }

    // Nothing equals nothing, numbers by value, texts by code points; a number is never a text.
    friend bool operator==(const TableCell& a, const TableCell& b) {
        if (a.kind_ != b.kind_) return false;
        switch (a.kind_) {
        case Kind::nothing: return true;
        case Kind::whole: return a.whole_ == b.whole_;
        case Kind::decimal: return a.decimal_ == b.decimal_;
        case Kind::text: return a.text() == b.text();
        }
        return false;
    }

    // Equal cells have equal ones.
    [[nodiscard]] std::uint64_t hash() const {
        constexpr std::uint64_t golden = 0x9E3779B97F4A7C15; // 2^64 / golden ratio: spreads neighbours (Knuth)
        std::uint64_t bits = 0;
        switch (kind_) {
        case Kind::nothing: break;
        case Kind::whole: bits = static_cast<std::uint64_t>(whole_); break;
        case Kind::decimal: bits = std::bit_cast<std::uint64_t>(decimal_); break;
        case Kind::text: bits = std::hash<std::string_view>()(text()); break;
        }
        return (bits + static_cast<std::uint64_t>(kind_)) * golden;
    }

private:
    // A number has one form only (see Number), so that equal ones have equal kinds. Packed into 16 bytes: comparing
    // tables is a matter of memory.
    enum class Kind : std::uint32_t { nothing, whole, decimal, text };
    Kind kind_ = Kind::nothing;
    std::uint32_t size_ = 0;
    union {
        std::int64_t whole_ = 0;
        double decimal_;
        const char* text_;
    };
};

// Null, a number or a text; empty for anything else. The text lives as long as `value`.
[[nodiscard]] std::optional<TableCell> table_cell_from_json(const Json& value);

// Rows of equal length. A table without columns still has rows.
struct TableRows {
    std::size_t rows = 0, columns = 0;
    std::vector<TableCell> cells; // row by row

    [[nodiscard]] std::span<const TableCell> row(std::size_t index) const {
        return std::span(cells).subspan(index * columns, columns);
    }
    [[nodiscard]] const TableCell& at(std::size_t row, std::size_t column) const {
        return cells[row * columns + column];
    }
};

} // namespace biaokao
