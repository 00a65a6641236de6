// The sessions of this machine: interrupted ones to go on with, finished ones to look at.
#pragma once

#include "app/candidate/desk.h"

namespace biaokao {

void session_table_ui(Desk& desk);

} // namespace biaokao
