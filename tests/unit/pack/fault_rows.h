// How most rows are written.
#pragma once

#include "tests/unit/pack/pack_faults.h"

namespace biaokao::test {

inline PackFault set(const char* code, const char* where, Json value) {
    return {code, where, [=](SmallPack& pack) { pack.set(where, value); }};
}
inline PackFault set_at(const char* code, const char* where, const char* place, Json value) {
    return {code, where, [=](SmallPack& pack) { pack.set(place, value); }};
}
inline PackFault erased(const char* code, const char* where, const char* place) {
    return {code, where, [=](SmallPack& pack) { pack.erase(place); }};
}
inline PackFault written(const char* code, const char* where, const char* path, std::string bytes) {
    return {code, where, [=](SmallPack& pack) { pack.write(path, bytes); }};
}

} // namespace biaokao::test
