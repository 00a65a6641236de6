#include "app/candidate/question_review.h"

#include <algorithm>
#include <iterator>

#include "app/ui/labelling/item_strip.h"
#include "app/ui/task_view.h"
#include "tasks/types/task_types.h"

namespace biaokao {

QuestionReview review_of(const Question& question, const Answer& answer, const std::string& language) {
    const TaskType* type = find_task_type(question.type);
    BIAOKAO_ASSERT(type); // the loader refuses types that this program does not know
    QuestionReview review;
    const bool has_marks = has_workspace(question);
    for (const ItemSpec& item : question.items) {
        std::ranges::move(findings_of_item(*type, question, item, answer, language),
                          std::back_inserter(review.findings));
        if (has_marks && type->item_begun(question, item, answer) && !is_checked(answer, item.id)) ++review.unchecked;
    }
    if (question.tools.file_name && answer.file_name.empty())
        review.findings.push_back({{"review.name_missing", {}}, {}, {}, /*blocks_check=*/false});
    return review;
}

} // namespace biaokao
