#include "tests/bench/measures/measure_table.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>

#include <fmt/format.h>

#include "tests/bench/measures/timing.h"

namespace biaokao::bench {
namespace {

struct Description {
    std::string_view metric, definition, source;
};

constexpr Description descriptions[] = {
    {"assignment", "most permitted pairs, then the best total", "Jonker and Volgenant 1987; Crouse 2016"},
    {"box_match", "IoU of upright boxes; same label, any label, near miss; most pairs first, then the largest sum",
     "COCO; CVAT quality control, with most pairs first"},
    {"rotated_iou", "IoU of two turned rectangles, degrees clockwise on the screen", "Sutherland and Hodgman 1974"},
    {"polygon_iou", "areas under the even-odd rule over all rings; rings that touch or cross themselves",
     "OGC Simple Features 6.1.11"},
    {"mask_iou", "IoU, Dice, box of COCO run lengths", "COCO maskApi"},
    {"keypoint_oks", "object keypoint similarity, matching, distances", "COCO keypoint evaluation"},
    {"polyline_distance", "symmetric Chamfer, Hausdorff, discrete Fréchet on equal arc steps",
     "Eiter and Mannila 1994"},
    {"span_match", "exact, wrong type, partial, near; overlap over the union",
     "SemEval 2013 task 9 (boundaries and types)"},
    {"relation_match", "triples: strict, boundaries, undirected", "Taillé et al. 2020"},
    {"text_error", "Levenshtein distance over characters or words, zh_norm", "Myers 1999; Hyyrö 2003"},
    {"segment_match", "tIoU in three passes, errors of both ends", "as box_match, in whole milliseconds"},
    {"boundary_match", "largest matching within a tolerance, then the smallest sum", "mir_eval (Raffel et al. 2014)"},
    {"classification", "confusion, precision, recall, F1, balanced accuracy, MCC; multi-label", "Gorodkin 2004"},
    {"kappa", "Cohen (weighted), Fleiss, Gwet AC1", "Cohen 1960, 1968; Fleiss 1971; Gwet 2008"},
    {"krippendorff", "alpha: nominal, ordinal, interval, ratio", "Krippendorff 2011"},
    {"item_analysis", "facility, discrimination, efficiency, weights, CIC, standard error", "Moodle quiz statistics"},
    {"statistics", "moments, type-7 quantiles, fences, three correlations, regression",
     "Hyndman and Fan 1996; Knight 1966"},
    {"table_diff", "what was to change and what was changed, by row id", "own rule, metrics.md 19"},
    {"sql_result", "rows as list, multiset or set, columns in any order", "Zhong et al. 2020 (test suites)"},
    {"cluster_match", "best matching of groups, purity, homogeneity, ARI, NMI",
     "Hubert and Arabie 1985; Rosenberg and Hirschberg 2007"},
};

struct Agreement {
    std::size_t cases = 0, disagreeing = 0;
    double largest_difference = 0; // |a − b| / max(1, |expected|)
    std::string compared_with;
};

bool agree(const Json& expected, const Json& computed, double& largest) {
    if (expected.is_number() && computed.is_number()) {
        if (expected.integer() && computed.integer()) return *expected.integer() == *computed.integer();
        const double difference =
            std::abs(expected.number() - computed.number()) / std::max(1.0, std::abs(expected.number()));
        largest = std::max(largest, difference);
        return difference <= 1e-6;
    }
    if (expected.array() && computed.array())
        return std::equal(expected.array()->begin(), expected.array()->end(), computed.array()->begin(),
                          computed.array()->end(), [&](const Json& a, const Json& b) { return agree(a, b, largest); });
    return expected == computed;
}

bool case_agrees(const Json& expected, const CaseRun& run, std::size_t index, double& largest) {
    if (run.refused[index].has_value() || expected.find("error"))
        return run.refused[index].has_value() == (expected.find("error") != nullptr);
    const auto computed_values = run.values(index);
    if (!computed_values) return false;
    const Json& values = *computed_values;
    return std::all_of(expected.object()->begin(), expected.object()->end(), [&](const auto& member) {
        const Json* computed = values.find(member.first);
        return computed && agree(member.second, *computed, largest);
    });
}

std::optional<Agreement> compare(const MetricCases& metric, const std::string& data) {
    const std::string path = data + "/" + std::string(metric.metric) + "/cases.json";
    std::ifstream stream(path, std::ios::binary);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    const auto file = parse_json(text, path);
    if (!file) {
        std::cerr << "cannot read " << path << "\n";
        return std::nullopt;
    }
    const Json::Array& cases = *file->find("cases")->array();
    const CaseRun run = metric.read(cases, path);
    run.measure();
    Agreement agreement{.cases = cases.size(), .compared_with = *file->find("meta")->find("expected_by")->string()};
    for (std::size_t i = 0; i < cases.size(); ++i)
        agreement.disagreeing += !case_agrees(*cases[i].find("expected"), run, i, agreement.largest_difference);
    // The independent plain computation stands behind every measure; the table names the public one.
    if (const auto end = agreement.compared_with.find(" and an independent"); end != std::string::npos)
        agreement.compared_with.resize(end);
    return agreement;
}

std::string speeds(std::string_view metric) {
    std::string text;
    for (const Workload& workload : all_workloads()) {
        if (workload.metric != metric) continue;
        const Timing timing = time_workload(workload, workload.sizes[0]);
        text += fmt::format("{}{}: {:.2f} of the plain loop", text.empty() ? "" : "; ", workload.name,
                            timing.ours_s / timing.plain_s);
        if (workload.known_s > 0) text += fmt::format(", {:.2f} of the best known", timing.ours_s / workload.known_s);
    }
    return text;
}

} // namespace

std::string measure_table(const std::string& data) {
    std::string table =
        "| measure | definition | source | compared with | cases | disagree | largest difference | time |\n"
        "|---|---|---|---|---|---|---|---|\n";
    for (const Description& row : descriptions) {
        const auto agreement = compare(metric_row(row.metric), data);
        if (!agreement) return "";
        table += fmt::format("| {} | {} | {} | {} | {} | {} | {:.1e} | {} |\n", row.metric, row.definition, row.source,
                             agreement->compared_with, agreement->cases, agreement->disagreeing,
                             agreement->largest_difference, speeds(row.metric));
    }
    return table;
}

} // namespace biaokao::bench
