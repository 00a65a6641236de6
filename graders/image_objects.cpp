// Objects drawn in pictures, with label and attributes: boxes, outlines, lines, key points, masks.
#include "graders/graders.h"
#include "graders/image_objects/check_kinds.h"
#include "graders/image_objects/match_shapes.h"

namespace biaokao {
namespace {

using namespace image_objects;

Judgement judge(const ShapeKey& key, const Answer& answer) {
    const ObjectMatching matching = match_shapes(key, answer);
    const auto& references = key.key.reference.objects;
    Judgement judgement;
    for (const ShapeCheck& check : key.checks) {
        const auto target = references.find(check.spec->target);
        const ShapeCase shape_case{.key = key,
                                   .check = check,
                                   .answer = answer,
                                   .matching = matching,
                                   .reference = target == references.end() ? nullptr : &target->second,
                                   .partner = matching.find(check.spec->target)};
        judgement.checks.push_back(check.kind->judge(shape_case));
    }
    judgement.tally.extra = static_cast<int>(matching.extras().size());
    judgement.tally.objects = matching.objects;
    judgement.tally.references = static_cast<int>(references.size());
    judgement.verdicts = matching.verdicts;
    return judgement;
}

tl::expected<Judge, Problems> compile(const Question& question, const QuestionKey& source, const PackFiles* files) {
    Problems problems;
    auto key = read_shape_key(question, source, files, problems);
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return Judge([key = std::move(key)](const Answer& answer, const ProcessLog*) -> Result<Judgement> {
        return judge(*key, answer);
    });
}

} // namespace

extern const Grader image_objects_grader{
    .id = "image_objects", .answer_kind = "image_objects", .checks = image_objects::check_names, .compile = compile};

} // namespace biaokao
