#include "engine/media/table_document.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "engine/base/json_reader.h"
#include "engine/text/utf8.h"

namespace biaokao {
namespace {

struct Record {
    std::vector<std::string> values;
    std::size_t line = 1; // where it begins
};

class CsvReader {
public:
    CsvReader(std::string_view bytes, const std::string& path) : rest_(bytes), path_(path) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    Result<Record> next() {
        Record record{.values = {}, .line = line_};
        while (true) {
            auto value = next_value();
            if (!value) return tl::unexpected(value.error());
            record.values.push_back(std::move(*value));
            if (record.values.size() > max_table_columns + 1) return fail("error.table_size", place());
            if (rest_.empty()) return record;
            const bool more = rest_.front() == ',';
            if (!more && rest_.starts_with("\r\n")) rest_.remove_prefix(1);
            if (!more && rest_.front() != '\n') return fail("error.table_form", place());
            rest_.remove_prefix(1);
            if (more) continue;
            ++line_;
            return record;
        }
    }
    [[nodiscard]] std::string place() const { return path_ + ":line " + std::to_string(line_); }

private:
    Result<std::string> next_value() {
        if (rest_.starts_with('"')) return quoted_value();
        const auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
        std::string value(rest_.substr(0, end));
        if (value.find('"') != std::string::npos) return fail("error.table_form", place());
        rest_.remove_prefix(end);
        return value;
    }
    Result<std::string> quoted_value() {
        std::string value;
        rest_.remove_prefix(1);
        while (true) {
            const auto end = rest_.find('"');
            if (end == std::string_view::npos) return fail("error.table_form", place());
            value += rest_.substr(0, end);
            rest_.remove_prefix(end + 1);
            if (!rest_.starts_with('"')) break; // two quotes are one
            value += '"';
            rest_.remove_prefix(1);
        }
        for (const char c : value) line_ += c == '\n';
        return value;
    }

    std::string_view rest_;
    const std::string& path_;
    std::size_t line_ = 1;
};

} // namespace

Result<TableDocument> read_table_document(std::string_view bytes, const std::string& path) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    if (!is_utf8(bytes)) return fail("error.table_form", path);
    CsvReader reader(bytes, path);
    TableDocument table;
    const auto head = reader.next();
    if (!head) return tl::unexpected(head.error());
    std::set<std::string> seen;
    for (const std::string& column : head->values) {
        if (!is_id(column) || !seen.insert(column).second)
            return fail("error.table_id", path + ":line 1", {{"id", literal_value(column)}});
    }
    table.columns.assign(head->values.begin() + 1, head->values.end());
    seen.clear();
    while (!reader.at_end()) {
        auto record = reader.next();
        if (!record) return tl::unexpected(record.error());
        const std::string place = path + ":line " + std::to_string(record->line);
        if (record->values.size() != head->values.size())
            return fail("error.table_row", place, {{"count", std::to_string(head->values.size())}});
        std::string& id = record->values.front();
        if (!is_id(id) || !seen.insert(id).second) return fail("error.table_id", place, {{"id", literal_value(id)}});
        if (table.rows.size() >= max_table_rows) return fail("error.table_size", place);
        table.row_ids.push_back(std::move(id));
        table.rows.emplace_back(std::make_move_iterator(record->values.begin() + 1),
                                std::make_move_iterator(record->values.end()));
    }
    return table;
}

} // namespace biaokao
