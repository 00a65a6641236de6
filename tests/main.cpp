#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "engine/base/float_environment.h"

int main(int argc, char** argv) {
    biaokao::use_ieee_arithmetic();
    return doctest::Context(argc, argv).run();
}
