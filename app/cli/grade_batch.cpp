// The only file that knows the library for threads of work (oneTBB).
#include "app/cli/grade_batch.h"

#include <atomic>
#include <filesystem>

#include <malloc.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include "app/cli/work.h"
#include "engine/report/report.h"
#include "tasks/types/task_types.h"

namespace biaokao::cli {
namespace {

Graded refused(const Grading& grading, const std::string& submission, Problems problems) {
    Graded graded;
    if (grading.format == "json") {
        const Error& error = problems.errors.front();
        const Json line = Json::Object{
            {"submission", submission},
            {"error",
             Json::Object{{"code", error.code}, {"where", error.where}, {"message", grading.tr(error.message())}}}};
        graded.form = dump_json(line) + "\n";
    }
    graded.problems = std::move(problems);
    return graded;
}

Graded refused(const Grading& grading, const std::string& submission, Error error) {
    Problems problems;
    problems.add(std::move(error));
    return refused(grading, submission, std::move(problems));
}

Result<std::string> form_of(const Grading& grading, const Work& work, const std::string& submission) {
    const ScoreSheet sheet =
        grading.scorer.score(work.answers, work.candidate, work.questions, work.process ? &*work.process : nullptr);
    if (grading.format == "json") return dump_json(json_report(sheet, grading.tr)) + "\n";
    const Report report{sheet,      grading.scorer.pack(), work.answers,
                        grading.tr, find_task_type,        std::filesystem::path(submission).filename().string()};
    if (grading.format == "csv") return csv_rows(report);
    if (grading.format == "html") return html_report(report);
    return text_report(report);
}

} // namespace

Graded grade_submission(const Grading& grading, const Submission& submission, const std::string& page) {
    if (submission.error) return refused(grading, submission.path, *submission.error);
    const auto work = read_submission(grading.files, submission.path, grading.scorer);
    auto form = work ? form_of(grading, *work, submission.path) : tl::unexpected(work.error());
    if (!form) return refused(grading, submission.path, form.error());
    if (page.empty()) return {std::move(*form), {}};
    const auto written = grading.files.replace(page, *form);
    return written ? Graded{} : refused(grading, submission.path, written.error());
}

Graded grade_answers(const Grading& grading, const std::string& path) {
    const auto work = read_answers(grading.files, path, grading.scorer.pack());
    if (!work) return refused(grading, path, work.error());
    auto form = form_of(grading, *work, path);
    return form ? Graded{std::move(*form), {}} : refused(grading, path, form.error());
}

void grade_in_order(std::size_t count, int jobs, const std::function<Graded(std::size_t)>& grade,
                    const std::function<bool(Graded)>& take) {
    // What one submission frees is kept for the next: giving it back to the system and asking again took a tenth of the
    // time.
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
    constexpr std::size_t waiting_for_each_thread = 16; // so that one slow piece of work does not stop the others
    std::size_t next = 0;
    std::atomic<bool> is_stopped = false; // set behind the threads, read before them
    const auto first = [&](tbb::flow_control& control) {
        if (next == count || is_stopped) control.stop();
        return next++;
    };
    const auto last = [&](Graded graded) {
        if (!is_stopped && !take(std::move(graded))) is_stopped = true;
    };
    using tbb::filter_mode, tbb::make_filter;
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(jobs));
    tbb::task_arena(jobs).execute([&] {
        tbb::parallel_pipeline(waiting_for_each_thread * static_cast<std::size_t>(jobs),
                               make_filter<void, std::size_t>(filter_mode::serial_in_order, first) &
                                   make_filter<std::size_t, Graded>(filter_mode::parallel, grade) &
                                   make_filter<Graded, void>(filter_mode::serial_in_order, last));
    });
}

} // namespace biaokao::cli
