// The contract of one kind of task, without its screen. Rows stand in tasks/types/task_list.def.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/pack/findings.h"
#include "engine/pack/pack.h"

namespace biaokao {

// How one object stands in a comparison of answer and reference (annotation-tools.md 5.3).
enum class Verdict { matched, wrong_label, near_miss, missing, extra, ignored };

struct ObjectVerdict {
    std::string item;
    std::string object;    // of the answer; empty when missing
    std::string reference; // of the reference; empty when extra
    Verdict verdict = Verdict::matched;
};

struct FigureInput {
    const Pack& pack;
    const Question& question;
    const ItemSpec& item;
    const Answer& answer;
    const Answer* reference = nullptr;            // absent: the answer alone
    std::span<const ObjectVerdict> verdicts = {}; // of this item
    std::string language = "zh";
    bool with_media = true; // embed the picture as a data address
};

struct TaskType {
    std::string_view id; // also the answer kind
    // Problems of a question that only this type knows (label shapes it can draw, media it can open).
    void (*check_question)(const Question& question, const std::string& file, Problems& problems);
    // An answer that this question's schema does not allow (label, attribute, option, geometry outside the item).
    void (*check_answer)(const Question& question, const Answer& answer, const std::string& where, Problems& problems);
    // The overlay of answer and reference on one item, as a self-contained SVG element.
    Result<std::string> (*figure)(const FigureInput& input);
    // Is there anything of the candidate in this item?
    bool (*item_begun)(const Question& question, const ItemSpec& item, const Answer& answer);
    // What of an item only this type knows to be unfinished or doubtful; null where it knows nothing more.
    void (*add_findings)(const Question& question, const ItemSpec& item, const Answer& answer,
                         const std::string& item_title, std::vector<ItemFinding>& findings) = nullptr;
};

} // namespace biaokao
