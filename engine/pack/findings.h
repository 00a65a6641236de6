// What a candidate may want to look at again in an item. Says nothing about right or wrong.
#pragma once

#include <string>

#include "engine/base/result.h"

namespace biaokao {

struct ItemFinding {
    Message words;
    std::string item, object; // where to go; empty: the question as a whole
    bool blocks_check = true; // false: worth a look, but the item may be checked with it
    friend bool operator==(const ItemFinding&, const ItemFinding&) = default;
};

} // namespace biaokao
