// What stands on the screen, as a JSON file beside the program: for assistive tools and for tests of the real window.
#pragma once

#include <string>

#include "app/ui/probe.h"
#include "engine/base/files.h"

namespace biaokao {

class ProbeFile {
public:
    // Nothing is written while `path` is empty ($BIAOKAO_PROBE_FILE).
    ProbeFile(Files& files, std::string path) : files_(files), path_(std::move(path)) {}
    // After a frame: replaces the file when anything changed.
    void update(const Probe& probe);

private:
    Files& files_;
    std::string path_, written_;
};

// {"<id>": {"kind", "label", "value", "rect": [x, y, w, h], "enabled", "visible", "content": [x0, y0, dx, dy]}}: where
// the content's origin lies and how far one unit of it reaches, canvases and even scales only.
[[nodiscard]] std::string json_from_probe(const Probe& probe);

} // namespace biaokao
