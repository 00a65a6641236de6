// The parts of the result of a drill: the sheet, why an item got what it got, and the work beside the reference.
#pragma once

#include "app/candidate/desk.h"

namespace biaokao {

void score_table_ui(Desk& desk);
void explanation_ui(Desk& desk);
void comparison_ui(Desk& desk);

} // namespace biaokao
