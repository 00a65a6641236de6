#include "app/cli/work.h"

#include "engine/session/session.h"
#include "tasks/types/task_types.h"

namespace biaokao::cli {
namespace {

Result<void> check_pack(const JournalHeader& header, const std::string& path, const Pack& pack) {
    if (header.pack_id != pack.id || header.pack_version != pack.version)
        return fail("error.foreign_pack", path,
                    {{"id", literal_value(header.pack_id)}, {"version", literal_value(header.pack_version)}});
    if (header.pack_hash != pack.hash) return fail("error.foreign_pack_content", path);
    // The hash covers the questions, so this is a forged header or a bug, but never a reason to stop.
    for (const std::string& question : header.questions) {
        if (!pack.find_question(question))
            return fail("error.answers_question", path, {{"question", literal_value(question)}});
    }
    return {};
}

tl::unexpected<Problems> one_problem(Error error) {
    Problems problems;
    problems.add(std::move(error));
    return tl::unexpected(std::move(problems));
}

} // namespace

Result<Work> read_submission(const Files& files, const std::string& path, const Scorer& scorer) {
    const auto bytes = files.read(path, max_submission_bytes);
    if (!bytes) return tl::unexpected(bytes.error());
    auto reading = read_journal(*bytes, path);
    if (!reading) return tl::unexpected(reading.error());
    if (auto same = check_pack(reading->header, path, scorer.pack()); !same) return tl::unexpected(same.error());
    const auto session = Session::replay(std::move(*reading));
    if (!session) return tl::unexpected(session.error());
    const JournalHeader& header = (*session)->header();
    Work work{.answers = (*session)->answers(),
              .candidate = {header.candidate_name, header.candidate_ticket},
              .questions = header.questions};
    if (scorer.looks_at_process()) work.process = process_logs(header, (*session)->entries());
    return work;
}

tl::expected<Work, Problems> read_answers(const Files& files, const std::string& path, const Pack& pack) {
    const auto bytes = files.read(path);
    if (!bytes) return one_problem(bytes.error());
    const auto json = parse_json(*bytes, path);
    if (!json) return one_problem(json.error());
    if (!json->object()) return one_problem({"error.json_type", path + ":/", {{"type", "@json.object"}}});
    Problems problems;
    Work work;
    for (const auto& [id, value] : *json->object()) {
        const std::string pointer = pointer_child("", id);
        std::string where = path;
        where.append(":").append(pointer);
        const Question* question = pack.find_question(id);
        if (!question) {
            problems.add("error.answers_question", where, {{"question", literal_value(id)}});
            continue;
        }
        const Answer answer = answer_from_json(value, path, pointer, problems);
        const TaskType* type = find_task_type(question->type);
        if (type && type->check_answer) type->check_answer(*question, answer, where, problems);
        work.answers.emplace(id, answer);
    }
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return work;
}

} // namespace biaokao::cli
