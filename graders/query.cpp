// Queries: a field of an extraction order holds one SELECT, which is run on the tables of the question; its result is
// compared with that of the reference's query. How the query is worded never matters.
#include <algorithm>
#include <array>
#include <map>

#include "graders/graders.h"
#include "graders/query/query_tables.h"
#include "graders/query/result_checks.h"
#include "graders/query/sqlite_database.h"
#include "graders/support/check_settings.h"
#include "graders/support/common_checks.h"
#include "graders/support/compiled_judge.h"

namespace biaokao {
namespace {

constexpr std::array<std::string_view, 6> check_names{"rows", "columns", "sorted", "row_count", "absent", "saved"};

using Place = std::pair<std::string, std::string>; // item and field of a query

struct QueryCheck {
    Place place;
    ResultCheck result;
};

struct QueryKey {
    Question question;
    QuestionKey key;
    SqlDatabase database;
    std::map<Place, SqlResult> references;
    std::vector<QueryCheck> checks; // as key.checks
};

// The query at this place; null where there is none, or blanks only.
const std::string* query_at(const Answer& answer, const Place& place) {
    const auto item = answer.items.find(place.first);
    if (item == answer.items.end()) return nullptr;
    const auto value = item->second.attributes.find(place.second);
    if (value == item->second.attributes.end()) return nullptr;
    const auto* text = std::get_if<std::string>(&value->second);
    return text && text->find_first_not_of(" \t\r\n") != std::string::npos ? text : nullptr;
}

// The result of the reference's query, run where no other check asked for it; null after a problem.
const SqlResult* reference_at(const Place& place, QueryKey& key, const std::string& where, Problems& problems) {
    const auto known = key.references.find(place);
    if (known != key.references.end()) return &known->second;
    const std::string* query = query_at(key.key.reference, place);
    if (!query) {
        problems.add("error.check_reference_field", where, {{"field", literal_value(place.second)}});
        return nullptr;
    }
    const std::string at = key.key.where + ":/reference/items/" + place.first + "/attributes/" + place.second;
    auto result = key.database.run(*query);
    if (!result) {
        Error error = result.error();
        error.where = at;
        problems.add(std::move(error));
        return nullptr;
    }
    if (result->rows.rows == 0) {
        problems.add("error.query_empty", at);
        return nullptr;
    }
    return &key.references.emplace(place, std::move(*result)).first->second;
}

QueryCheck read_check(const CheckSpec& spec, QueryKey& key, Problems& problems) {
    QueryCheck check;
    if (!check_name_known(spec, check_names, problems)) return check;
    refuse_bands(spec, problems);
    if (spec.check == "saved") {
        check_saved_spec(spec, key.question, key.key, problems);
        return check;
    }
    const ItemSpec* item = target_item(spec, key.question, problems);
    read_settings(spec.settings, spec.where, problems, [&](JsonReader& reader) {
        check.place = {spec.target, reader.optional_string("field").value_or("query")};
        const SqlResult* reference = nullptr;
        if (item) {
            const auto fields = key.question.fields_of(*item);
            const auto is_it = [&](const AttributeSpec* field) {
                return field->id == check.place.second && field->kind == AttributeSpec::Kind::text;
            };
            if (std::ranges::any_of(fields, is_it))
                reference = reference_at(check.place, key, reader.where("field"), problems);
            else reader.complain("error.query_field", "field", {{"field", literal_value(check.place.second)}});
        }
        check.result = read_result_check(spec, reference, reader);
    });
    return check;
}

// What became of each query, for the figure: right where all its checks are.
std::vector<ObjectVerdict> verdicts_of(const QueryKey& key, const Answer& answer, const Judgement& judgement) {
    std::map<Place, bool> right;
    for (std::size_t i = 0; i < key.checks.size(); ++i) {
        if (key.key.checks[i].check == "saved") continue;
        const bool earned = judgement.checks[i].outcome == CheckResult::Outcome::earned;
        const auto [at, added] = right.emplace(key.checks[i].place, earned);
        if (!added) at->second = at->second && earned;
    }
    std::vector<ObjectVerdict> verdicts;
    for (const auto& [place, all_earned] : right) {
        const bool given = query_at(answer, place) != nullptr;
        verdicts.push_back({place.first, given ? place.second : "", place.second,
                            !given       ? Verdict::missing
                            : all_earned ? Verdict::matched
                                         : Verdict::wrong_label});
    }
    return verdicts;
}

Judgement judge(const QueryKey& key, const Answer& answer, const ProcessLog*) {
    std::map<Place, Result<SqlResult>> results;
    for (const auto& [place, reference] : key.references)
        if (const std::string* query = query_at(answer, place)) results.emplace(place, key.database.run(*query));
    Judgement judgement;
    for (std::size_t i = 0; i < key.checks.size(); ++i) {
        const CheckSpec& spec = key.key.checks[i];
        const QueryCheck& check = key.checks[i];
        if (spec.check == "saved") {
            judgement.checks.push_back(judge_saved(key.question, key.key.reference, answer));
            continue;
        }
        const auto given = results.find(check.place);
        judgement.checks.push_back(judge_result(key.question, spec, check.place.second, check.result,
                                                key.references.at(check.place),
                                                given == results.end() ? nullptr : &given->second));
    }
    judgement.verdicts = verdicts_of(key, answer, judgement);
    return judgement;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles* files) {
    Problems problems;
    QueryKey key{question, source, {}, {}, {}};
    read_settings(source.matching, source.where + ":/matching", problems, [](JsonReader&) {});
    for (const auto& [id, group] : source.groups) // nothing of a result is superfluous by itself
        if (!group.deduction_check.empty() || group.flood_limit)
            problems.add("error.query_group", source.where + ":/groups/" + id);
    if (!files) {
        problems.add("error.query_needs_tables", source.where + ":/reference");
        return tl::unexpected(std::move(problems));
    }
    const std::size_t before = problems.errors.size();
    const std::vector<SourceTable> sources = read_source_tables(question, *files, problems);
    if (problems.errors.size() > before) return tl::unexpected(std::move(problems)); // nothing to run a query on
    std::vector<const SqlTable*> tables;
    for (const SourceTable& one : sources) tables.push_back(&one.table);
    auto database = SqlDatabase::fill(tables);
    if (!database) {
        problems.add(database.error());
        return tl::unexpected(std::move(problems));
    }
    key.database = std::move(*database);
    for (const CheckSpec& spec : source.checks) key.checks.push_back(read_check(spec, key, problems));
    return compiled_judge(std::move(key), std::move(problems), judge);
}

} // namespace

extern const Grader query_grader{.id = "query", .answer_kind = "query", .checks = check_names, .compile = compile};

} // namespace biaokao
