// biaokao grade PACK (SUBMISSION… | --answers FILE): one sheet for each piece of work, in the order of the arguments.
#include <filesystem>
#include <set>

#include <unistd.h>

#include "app/cli/command.h"
#include "app/cli/program_rows.h"
#include "app/cli/work.h"
#include "engine/report/report.h"
#include "graders/graders.h"
#include "tasks/types/task_types.h"

namespace biaokao::cli {
namespace {

// Where the forms go: standard output, one file, or a folder with a file for each piece of work.
class Output {
public:
    Output(Files& files, Console& console, std::string path, bool folder)
        : files_(files), console_(console), path_(std::move(path)), folder_(folder) {}

    void add(const std::string& text) {
        if (path_.empty()) console_.out() << text;
        else text_ += text;
    }
    Result<void> add_file(const std::string& name, const std::string& text) {
        if (!folder_) {
            add(text);
            return {};
        }
        if (auto made = files_.make_folders(path_); !made) return made;
        return files_.replace(path_ + "/" + name, text);
    }
    Result<void> finish() { return path_.empty() || folder_ ? Result<void>{} : files_.replace(path_, text_); }

private:
    Files& files_;
    Console& console_;
    std::string path_, text_;
    bool folder_;
};

struct Grading {
    const Scorer& scorer;
    Console& console;
    Output& output;
    std::string format;
    std::set<std::string> html_names; // taken ones: two submissions may have the same file name
    bool refused = false;

    // A bad piece of work is reported in its place, and the rest go on.
    void refuse(const std::string& submission, const Problems& problems) {
        refused = true;
        console.complain(problems);
        if (format != "json") return;
        const Error& error = problems.errors.front();
        output.add(dump_json(Json::Object{{"submission", submission},
                                          {"error", Json::Object{{"code", error.code},
                                                                 {"where", error.where},
                                                                 {"message", console.tr()(error.message())}}}}) +
                   "\n");
    }

    [[nodiscard]] std::string html_name(const std::string& submission) {
        const std::string stem = std::filesystem::path(submission).stem().string();
        std::string name = stem + ".html";
        for (int n = 2; !html_names.insert(name).second; ++n) name = stem + "-" + std::to_string(n) + ".html";
        return name;
    }

    Result<void> report(const Work& work, const std::string& submission) {
        const ScoreSheet sheet = scorer.score(work.answers, work.candidate, work.questions);
        const Report report{sheet,        scorer.pack(),  work.answers,
                            console.tr(), find_task_type, std::filesystem::path(submission).filename().string()};
        if (format == "json") output.add(dump_json(json_report(sheet, console.tr())) + "\n");
        if (format == "csv") output.add(csv_rows(report));
        if (format == "text") output.add(text_report(report));
        if (format != "html") return {};
        const auto page = html_report(report);
        if (!page) return tl::unexpected(page.error());
        return output.add_file(html_name(submission), *page);
    }
};

void refuse_one(Grading& grading, const std::string& submission, const Error& error) {
    Problems problems;
    problems.add(error);
    grading.refuse(submission, problems);
}

void grade_submissions(Grading& grading, const Files& files, const std::vector<std::string>& submissions) {
    const bool shown = submissions.size() > 1 && ::isatty(STDERR_FILENO) != 0;
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        if (i > 0 && grading.format == "text") grading.output.add("\n");
        const auto work = read_submission(files, submissions[i], grading.scorer.pack());
        const auto reported = work ? grading.report(*work, submissions[i]) : tl::unexpected(work.error());
        if (!reported) refuse_one(grading, submissions[i], reported.error());
        if (shown)
            grading.console.err() << "\r"
                                  << grading.console.tr()(Message{"grade.progress",
                                                                  {{"done", std::to_string(i + 1)},
                                                                   {"all", std::to_string(submissions.size())}}})
                                  << (i + 1 == submissions.size() ? "\n" : "") << std::flush;
    }
}

void grade_answers(Grading& grading, const Files& files, const std::string& path) {
    const auto work = read_answers(files, path, grading.scorer.pack());
    if (!work) return grading.refuse(path, work.error());
    if (const auto reported = grading.report(*work, path); !reported) refuse_one(grading, path, reported.error());
}

int wrong_usage(Console& console, std::string code) {
    console.complain(Error{std::move(code), "", {}});
    return exit_usage;
}

int run_grade(const Arguments& arguments, Console& console) {
    const std::vector<std::string> submissions = arguments.values("SUBMISSION");
    if (submissions.empty() == !arguments.has("--answers"))
        return wrong_usage(console, "error.usage_answers_or_submissions");
    const std::string format = arguments.value("--format", "text"), out = arguments.value("--out");
    const bool many_pages = format == "html" && submissions.size() > 1;
    if (many_pages && out.empty()) return wrong_usage(console, "error.out_is_folder");

    const auto files = make_disk_files();
    PackOptions options = program_rows();
    options.read_key = true;
    options.check_media = false; // a mark depends on no pixel and no sample
    const auto pack = load_pack(*files, arguments.value("PACK"), options);
    if (!pack) {
        for (const Error& error : pack.error().errors) console.complain(error.within(arguments.value("PACK")));
        return exit_input;
    }
    const auto scorer = Scorer::compile(*pack, all_graders());
    if (!scorer) {
        for (const Error& error : scorer.error().errors) console.complain(error.within(arguments.value("PACK")));
        return exit_input;
    }
    Output output(*files, console, out, many_pages);
    Grading grading{*scorer, console, output, format, {}};
    if (format == "csv") output.add(csv_head(console.tr()));
    if (submissions.empty()) grade_answers(grading, *files, arguments.value("--answers"));
    else grade_submissions(grading, *files, submissions);
    if (const auto written = output.finish(); !written) {
        console.complain(written.error());
        return exit_input;
    }
    return grading.refused ? exit_input : exit_well;
}

constexpr std::string_view formats[] = {"text", "json", "csv", "html"};
constexpr Argument grade_arguments[] = {
    {.name = "PACK", .help = "cli.pack", .required = true},
    {.name = "SUBMISSION", .help = "cli.grade.submission", .many = true},
    {.name = "--answers", .help = "cli.grade.answers", .value = "FILE"},
    {.name = "--format", .help = "cli.grade.format", .value = "FORMAT", .choices = formats},
    {.name = "--out", .help = "cli.grade.out", .value = "PATH"},
};

} // namespace

extern const CommandRow grade_command{
    .name = "grade", .help = "cli.grade.help", .arguments = grade_arguments, .run = run_grade};

} // namespace biaokao::cli
