// Scores pieces of work on several threads and hands their forms out in order. The sheet of one of ten thousand comes
// about exactly as that of a single one.
#pragma once

#include <functional>
#include <string>

#include "app/cli/submission_list.h"
#include "engine/base/i18n.h"
#include "engine/score/score.h"

namespace biaokao::cli {

struct Grading { // what every thread shares and none changes
    Files& files;
    const Scorer& scorer;
    const Translator& tr;
    std::string format; // text, json, csv or html
};

struct Graded {
    std::string form;  // for the output; empty where the format has nothing to say
    Problems problems; // why it was refused; none: scored
};

// The form of one submission. A `page` is the file that takes the form in place of the output.
[[nodiscard]] Graded grade_submission(const Grading& grading, const Submission& submission,
                                      const std::string& page = {});
// The same for a file of answers.
[[nodiscard]] Graded grade_answers(const Grading& grading, const std::string& path);

// Calls `grade` with 0 … count - 1 on `jobs` threads, and `take` with each result in that order, from one thread at a
// time. Few results wait for their turn, whatever `count` is. Once `take` returns false nothing more is begun or taken.
void grade_in_order(std::size_t count, int jobs, const std::function<Graded(std::size_t)>& grade,
                    const std::function<bool(Graded)>& take);

} // namespace biaokao::cli
