#include "graders/query/result_checks.h"

#include <algorithm>

#include "graders/measures/sql_result.h"
#include "graders/support/titles.h"

namespace biaokao {
namespace {

using Outcome = CheckResult::Outcome;
using Args = std::vector<std::pair<std::string, std::string>>;

struct Finding {               // of one check of a result that is there
    std::optional<bool> right; // empty: undecided
    std::string value, need;   // as texts
    std::string sentence;      // locale key
    Args args{};
};

// Names of columns are compared as SQL does: ASCII letters in any case.
std::string folded(std::string name) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

std::vector<std::string> folded(const std::vector<std::string>& names) {
    std::vector<std::string> all;
    for (const std::string& name : names) all.push_back(folded(name));
    return all;
}

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t most_shown = 20;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most_shown; ++i) text += (i ? ", " : "") + names[i];
    return names.size() > most_shown ? text + " …" : text;
}

std::optional<bool> multiset_equal(const ResultCheck& check, const ResultComparison& found) {
    return check.any_columns ? found.multiset_equal_any_columns : found.multiset_equal;
}

std::optional<bool> list_equal(const ResultCheck& check, const ResultComparison& found) {
    return check.any_columns ? found.list_equal_any_columns : std::optional(found.list_equal);
}

// What is wrong with rows that are not the reference's: the nearest of the usual slips.
std::string slip_of(const ResultCheck& check, const SqlResult& reference, const SqlResult& given,
                    const ResultComparison& found) {
    if (given.rows.rows == 0) return "no_rows";
    if (given.rows.columns != reference.rows.columns) return "column_count";
    if (multiset_equal(check, found) == true) return "row_order";
    if (found.multiset_equal_any_columns == true) return "column_order";
    if (found.set_equal == true) return given.rows.rows > reference.rows.rows ? "repeated" : "not_repeated";
    return "differ";
}

Finding judge_rows(const ResultCheck& check, const SqlResult& reference, const SqlResult& given, bool sorted) {
    const ResultComparison found = compare_results(reference.rows, given.rows, check.tolerance);
    const bool as_list = sorted || check.as == RowsAs::list;
    const std::size_t all = reference.rows.rows, matched = found.rows_matched.value_or(0);
    Finding finding{.right = as_list                   ? list_equal(check, found)
                             : check.as == RowsAs::set ? found.set_equal
                                                       : multiset_equal(check, found),
                    .value = std::to_string(given.rows.rows),
                    .need = std::to_string(all),
                    .sentence = {}};
    const std::string right = sorted ? "evidence.query.sorted" : "evidence.query.rows";
    std::string slip = slip_of(check, reference, given, found);
    if (sorted && slip != "row_order" && slip != "no_rows") slip = "not_sorted"; // the rows have a check of their own
    finding.sentence = !finding.right ? "evidence.query.undecided" : *finding.right ? right : "evidence.query." + slip;
    finding.args = {{"columns", std::to_string(given.rows.columns)},
                    {"need_columns", std::to_string(reference.rows.columns)},
                    {"missing", std::to_string(all - matched)},
                    {"extra", std::to_string(given.rows.rows - matched)}};
    return finding;
}

Finding judge_columns(const ResultCheck& check, const SqlResult& reference, const SqlResult& given) {
    std::vector<std::string> need = folded(reference.columns), have = folded(given.columns);
    const bool same_order = need == have;
    std::ranges::sort(need);
    std::ranges::sort(have);
    const bool same = need == have;
    return {.right = check.ordered ? same_order : same,
            .value = joined(given.columns),
            .need = joined(reference.columns),
            .sentence = (check.ordered ? same_order : same) ? "evidence.query.columns"
                        : same                              ? "evidence.query.columns_order"
                                                            : "evidence.query.columns_wrong"};
}

Finding judge_row_count(const SqlResult& reference, const SqlResult& given) {
    const bool right = reference.rows.rows == given.rows.rows;
    return {.right = right,
            .value = std::to_string(given.rows.rows),
            .need = std::to_string(reference.rows.rows),
            .sentence = right ? "evidence.query.count" : "evidence.query.count_wrong"};
}

Finding judge_absent(const ResultCheck& check, const SqlResult& given) {
    const std::vector<std::string> unwanted = folded(check.names);
    std::vector<std::string> present;
    for (const std::string& name : given.columns)
        if (std::ranges::count(unwanted, folded(name)) > 0) present.push_back(name);
    return {.right = present.empty() && given.rows.rows > 0,
            .value = present.empty() ? "" : joined(present),
            .need = joined(check.names),
            .sentence = !present.empty()       ? "evidence.query.present"
                        : given.rows.rows == 0 ? "evidence.query.no_rows"
                                               : "evidence.query.absent"};
}

Message nominal_of(const CheckSpec& spec, const ResultCheck& check, const SqlResult& reference) {
    const std::string rows = std::to_string(reference.rows.rows);
    if (spec.check == "columns")
        return {"nominal.query.columns", {{"columns", literal_value(joined(reference.columns))}}};
    if (spec.check == "row_count") return {"nominal.query.count", {{"count", rows}}};
    if (spec.check == "absent") return {"nominal.query.absent", {{"columns", literal_value(joined(check.names))}}};
    if (spec.check == "sorted") return {"nominal.query.sorted", {{"count", rows}}};
    return {check.as == RowsAs::list  ? "nominal.query.list"
            : check.as == RowsAs::set ? "nominal.query.set"
                                      : "nominal.query.rows",
            {{"count", rows}}};
}

Message measured_of(const CheckSpec& spec, const Finding& finding) {
    if (!finding.right) return {"measured.not_graded", {}};
    if (spec.check == "columns") return {"nominal.query.columns", {{"columns", literal_value(finding.value)}}};
    if (spec.check == "absent" && !finding.value.empty())
        return {"nominal.query.columns", {{"columns", literal_value(finding.value)}}};
    if (spec.check == "row_count") return {"nominal.query.count", {{"count", finding.value}}};
    return {*finding.right ? "measured.query.right" : "measured.query.wrong", {}};
}

} // namespace

ResultCheck read_result_check(const CheckSpec& spec, const SqlResult* reference, JsonReader& reader) {
    static constexpr std::array<std::string_view, 3> ways{"multiset", "set", "list"};
    ResultCheck check;
    const bool rows = spec.check == "rows";
    if (rows && reader.has("as")) {
        const std::string as = reader.choice("as", ways);
        check.as = as == "set" ? RowsAs::set : as == "list" ? RowsAs::list : RowsAs::multiset;
    }
    if (rows || spec.check == "sorted") {
        check.any_columns = reader.boolean("any_columns", false);
        check.tolerance = reader.optional_number("tolerance", 0, 1e9).value_or(0);
        if (check.as == RowsAs::set && check.any_columns) reader.complain("error.query_set_columns", "any_columns");
    }
    if (spec.check == "sorted" && reference && reference->rows.rows < 2)
        reader.complain("error.query_sorted_rows", "check");
    if (spec.check == "columns") check.ordered = reader.boolean("ordered", false);
    if (spec.check != "absent") return check;
    check.names = reader.strings("columns", true);
    if (reader.has("columns") && check.names.empty()) reader.complain("error.json_empty", "columns");
    if (reference && !check.names.empty() && judge_absent(check, *reference).right == false)
        reader.complain("error.query_absent", "columns");
    return check;
}

CheckResult judge_result(const Question& question, const CheckSpec& spec, const std::string& field,
                         const ResultCheck& check, const SqlResult& reference, const Result<SqlResult>* given) {
    CheckResult result;
    result.nominal = nominal_of(spec, check, reference);
    Evidence evidence{.kind = spec.check, .object = given ? field : "", .reference = field};
    Args args{{"item", item_title(question, spec.target)}, {"field", attribute_title(question, field)}};
    if (!given) {
        result.measured = {"measured.query.none", {}};
        evidence.text = {"evidence.query.none", std::move(args)};
    } else if (!*given) {
        const Error& error = given->error();
        const bool fault = error.code == sql_engine_fault;
        result.outcome = fault ? Outcome::not_graded : Outcome::missed;
        result.measured = {fault ? "measured.not_graded" : "measured.query.failed", {}};
        evidence.text = error.message();
    } else {
        Finding finding = spec.check == "columns"     ? judge_columns(check, reference, **given)
                          : spec.check == "row_count" ? judge_row_count(reference, **given)
                          : spec.check == "absent"    ? judge_absent(check, **given)
                                                      : judge_rows(check, reference, **given, spec.check == "sorted");
        result.outcome = !finding.right ? Outcome::not_graded : *finding.right ? Outcome::earned : Outcome::missed;
        result.measured = measured_of(spec, finding);
        evidence.value = finding.value;
        evidence.need = finding.need;
        args.insert(args.end(), std::make_move_iterator(finding.args.begin()),
                    std::make_move_iterator(finding.args.end()));
        args.emplace_back("value", literal_value(finding.value));
        args.emplace_back("need", literal_value(finding.need));
        evidence.text = {std::move(finding.sentence), std::move(args)};
    }
    result.evidence.push_back(std::move(evidence));
    return result;
}

} // namespace biaokao
