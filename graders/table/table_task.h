// One table of a question, as it was given and as it should become, ready to be compared with many answers.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/media/table_document.h"
#include "engine/pack/pack.h"
#include "engine/pack/task_type.h"
#include "graders/measures/table_diff.h"

namespace biaokao {

struct ItemTable {
    std::string item;
    std::shared_ptr<const TableDocument> document;   // holds the texts of `task.before`
    std::map<std::string, RowChange> wanted_changes; // holds the texts of `task.after`, with the document
    TableTask task;                                  // column 0 holds the row ids

    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view column) const;
    // Is there anything to do that a check of this name could look at?
    [[nodiscard]] bool has_work(std::string_view check, std::string_view row, std::size_t column) const;
    [[nodiscard]] TableDiff diff_with(const Answer& answer) const; // its texts live as long as table and answer
};

// Reads the item's file; the reference's changes make the wanted table. Number columns of the label schema compare
// within `tolerances` (0 where not named). Every problem is added: no file, other columns than the schema's, a change
// of a row that is not there.
[[nodiscard]] std::optional<ItemTable> read_item_table(const Question& question, const ItemSpec& item,
                                                       const PackFiles* files,
                                                       const std::map<std::string, double>& tolerances,
                                                       const QuestionKey& key, Problems& problems);

[[nodiscard]] std::string shown_cell(const TableCell& cell);
// Rows of the table as objects of a comparison: right, wrong, left out, or false.
void add_verdicts(const std::string& item, const TableDiff& diff, std::vector<ObjectVerdict>& verdicts);

} // namespace biaokao
