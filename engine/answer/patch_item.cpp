// Changes of what was said of an item: classes, attributes, order, rows of a table, and the flags saved and checked.
#include "engine/answer/patch_step.h"
#include "engine/base/json_reader.h"

namespace biaokao {
namespace {

using Op = Change::Op;
using Parts = std::vector<std::string_view>;

std::optional<ItemAnswer> read_item(const Json& value) {
    Problems problems;
    ItemAnswer item = item_answer_from_json(value, "", "", problems);
    return problems.empty() ? std::optional(std::move(item)) : std::nullopt;
}

std::optional<RowChange> read_row(const Json& value) {
    Problems problems;
    RowChange row = row_change_from_json(value, "", "", problems);
    const bool sound = problems.empty() && !(row == RowChange{});
    return sound ? std::optional(std::move(row)) : std::nullopt;
}

PatchStep set_flag(bool& flag, const Change& change) {
    const auto* value = change.value.boolean();
    if (change.op == Op::remove && !flag) return refused(bad_target);
    if (change.op != Op::remove && !value) return refused(bad_value);
    const bool before = std::exchange(flag, change.op != Op::remove && *value);
    return Patch{{Op::replace, change.path, Json(before)}};
}

PatchStep set_order(std::vector<std::string>& order, const Change& change) {
    if (change.op == Op::remove && order.empty()) return refused(bad_target);
    auto wanted = change.op == Op::remove ? std::vector<std::string>{} : order_from_json(change.value);
    if (!wanted) return refused(bad_value);
    return Patch{{Op::replace, change.path, json_from_order(std::exchange(order, std::move(*wanted)))}};
}

// One cell of a row. A row begins with the first cell that is changed and ends with the last that is set back.
PatchStep set_cell(ItemAnswer& item, const Parts& parts, const Change& change) {
    const std::string id(parts[3]);
    const auto found = item.rows.find(id);
    if (found == item.rows.end() && item.rows.size() >= max_rows_in_answer) return refused(bad_value);
    RowChange row = found == item.rows.end() ? RowChange{} : found->second;
    auto back = set_member(row.cells, parts[4], change, true, attribute_from_json, json_from_attribute);
    if (!back) return back;
    if (row == RowChange{}) item.rows.erase(id);
    else item.rows.insert_or_assign(id, std::move(row));
    return back;
}

PatchStep set_item_member(ItemAnswer& item, const Parts& parts, const Change& change) {
    const std::string_view member = parts[2];
    if (parts.size() == 3 && member == "saved") return set_flag(item.saved, change);
    if (parts.size() == 3 && member == "checked") return set_flag(item.checked, change);
    if (parts.size() == 3 && member == "order") return set_order(item.order, change);
    if (parts.size() < 4 || !is_id(parts[3])) return refused(bad_path);
    if (parts.size() == 5)
        return member == "rows" && is_id(parts[4]) ? set_cell(item, parts, change) : refused(bad_path);
    if (member == "class")
        return set_member(item.classes, parts[3], change, true, class_value_from_json, json_from_class_value);
    if (member == "attributes")
        return set_member(item.attributes, parts[3], change, true, attribute_from_json, json_from_attribute);
    if (member != "rows") return refused(bad_path);
    if (change.op == Op::add && item.rows.size() >= max_rows_in_answer) return refused(bad_value);
    return set_member(item.rows, parts[3], change, true, read_row, json_from_row_change);
}

// One member. An item begins its answer with the first of them and loses it with the last.
PatchStep change_item_member(Answer& answer, const Parts& parts, const Change& change) {
    const std::string id(parts[1]);
    const auto [place, is_new] = answer.items.try_emplace(id);
    auto back = set_item_member(place->second, parts, change);
    if (place->second == ItemAnswer{}) answer.items.erase(place);
    return back;
}

// A whole item is taken back member by member, so that this still fits when it was saved in between.
PatchStep change_whole_item(Answer& answer, std::string_view id, const Change& change) {
    const auto found = answer.items.find(std::string(id));
    if ((found == answer.items.end()) != (change.op == Op::add)) return refused(bad_target);
    ItemAnswer wanted;
    if (change.op != Op::remove) {
        auto value = read_item(change.value);
        if (!value || *value == ItemAnswer{}) return refused(bad_value);
        wanted = std::move(*value);
    }
    Patch back;
    compare_items(back, "/items/" + std::string(id), wanted,
                  found == answer.items.end() ? ItemAnswer{} : found->second);
    if (wanted == ItemAnswer{}) answer.items.erase(found);
    else answer.items.insert_or_assign(std::string(id), std::move(wanted));
    return back;
}

} // namespace

PatchStep change_item(Answer& answer, const Parts& parts, const Change& change) {
    return parts.size() == 2 ? change_whole_item(answer, parts[1], change) : change_item_member(answer, parts, change);
}

} // namespace biaokao
