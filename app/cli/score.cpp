// biaokao score METRIC FILE [--time]: the values of a measure for each case of a file, in the published case format.
#include <algorithm>
#include <array>
#include <chrono>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "engine/base/files.h"
#include "graders/cases/metric_cases.h"

namespace biaokao::cli {
namespace {

constexpr std::size_t timed_runs = 5;

Result<Json> read_cases(const std::string& path, std::string_view metric) {
    const auto bytes = make_disk_files()->read(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto json = parse_json(*bytes, path);
    if (!json) return json;
    const Json* named = json->find("metric");
    if (named && (!named->string() || *named->string() != metric))
        return fail("error.cases_metric", path + ":/metric", {{"metric", std::string(metric)}});
    const Json* cases = json->find("cases");
    if (!cases || !cases->array()) return fail("error.case_member", path + ":/", {{"key", "cases"}});
    std::size_t index = 0;
    for (const Json& one : *cases->array()) {
        const Json* id = one.find("id");
        if (!id || !id->string())
            return fail("error.case_member", path + ":/cases/" + std::to_string(index), {{"key", "id"}});
        ++index;
    }
    return json;
}

double median_seconds(const std::function<void()>& work) {
    std::array<double, timed_runs> seconds{};
    for (double& one : seconds) {
        const auto start = std::chrono::steady_clock::now();
        work();
        one = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    std::nth_element(seconds.begin(), seconds.begin() + timed_runs / 2, seconds.end());
    return seconds[timed_runs / 2];
}

// One result a line, so that a file of a million cases needs no second copy in memory.
bool print_results(const Json::Array& cases, const MetricCases& metric, const CaseRun& run, Console& console) {
    bool all_good = true;
    console.out() << "{\"metric\":" << dump_json(metric.metric) << ",\"results\":[";
    for (std::size_t i = 0; i < cases.size(); ++i) {
        Json::Object result{{"id", *cases[i].find("id")}};
        const auto& refused = run.refused[i];
        auto values = refused ? Result<Json>(tl::unexpected(*refused)) : run.values(i);
        if (values) {
            result.emplace_back("values", std::move(*values));
        } else {
            const Error& error = values.error();
            all_good = false;
            console.complain(error);
            result.emplace_back(
                "error",
                Json::Object{{"code", error.code}, {"where", error.where}, {"message", console.tr()(error.message())}});
        }
        console.out() << (i == 0 ? "\n" : ",\n") << dump_json(std::move(result));
    }
    console.out() << "\n]}\n";
    return all_good;
}

int run_score(const Arguments& arguments, Console& console) {
    const std::string name = arguments.value("METRIC");
    const auto rows = all_metric_cases();
    const auto metric = std::find_if(rows.begin(), rows.end(), [&](const MetricCases& m) { return m.metric == name; });
    if (metric == rows.end()) {
        std::string list;
        for (const MetricCases& row : rows) list += (list.empty() ? "" : ", ") + std::string(row.metric);
        console.complain(Error{"error.metric_unknown", "", {{"metric", literal_value(name)}, {"allowed", list}}});
        return exit_usage;
    }
    const std::string path = arguments.value("FILE");
    const auto file = read_cases(path, metric->metric);
    if (!file) {
        console.complain(file.error());
        return exit_input;
    }
    const Json::Array& cases = *file->find("cases")->array();
    const CaseRun run = metric->read(cases, path);
    run.measure();
    const bool all_good = print_results(cases, *metric, run, console);
    if (arguments.has("--time")) console.err() << fmt::format("seconds: {:.6g}\n", median_seconds(run.measure));
    return all_good ? exit_well : exit_input;
}

constexpr Argument score_arguments[] = {
    {.name = "METRIC", .help = "cli.score.metric", .required = true},
    {.name = "FILE", .help = "cli.score.file", .required = true},
    {.name = "--time", .help = "cli.score.time", .flag = true},
};

} // namespace

extern const CommandRow score_command{
    .name = "score", .help = "cli.score.help", .arguments = score_arguments, .run = run_score};

} // namespace biaokao::cli
