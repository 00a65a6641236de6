// Everything outside the program that a screen may use, made once by whoever starts it.
#pragma once

#include <string>

#include "app/ui/workers.h"
#include "engine/base/clock.h"
#include "engine/base/files.h"
#include "engine/base/i18n.h"
#include "engine/base/rng.h"

namespace biaokao {

class Platform;

struct Services {
    Files& files;
    const Clock& clock;
    Rng& rng;
    Platform& platform;
    Workers& workers;
    const Locales& locales;
    std::string home;        // sessions and settings
    std::string pack_folder; // the packs that ship
};

} // namespace biaokao
