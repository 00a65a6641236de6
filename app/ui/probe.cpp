#include "app/ui/probe.h"

namespace biaokao {

const Seen* Probe::find(std::string_view id) const {
    const auto entry = seen_.find(id);
    return entry == seen_.end() ? nullptr : &entry->second;
}

} // namespace biaokao
