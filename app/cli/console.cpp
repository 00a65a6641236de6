#include "app/cli/command.h"
#include "engine/base/asset_paths.h"

namespace biaokao::cli {

Console::Console(std::ostream& out, std::ostream& err, std::string language)
    : out_(out), err_(err), language_(std::move(language)) {}
Console::~Console() = default;

const Translator& Console::tr() {
    if (translator_) return *translator_;
    auto loaded = Locales::load(*make_disk_files(), asset_folder() + "/locales");
    // Without words the keys themselves are shown; why they are missing has to be said in plain English.
    if (!loaded) err_ << "biaokao: " << loaded.error().where << ": " << loaded.error().code << "\n";
    locales_ = std::make_unique<const Locales>(loaded ? std::move(*loaded) : Locales{});
    translator_ = std::make_unique<const Translator>(*locales_, language_);
    return *translator_;
}

void Console::complain(const Error& error) { err_ << tr().sentence(error) << "\n"; }

void Console::complain(const Problems& problems) {
    for (const Error& error : problems.errors) complain(error);
}

std::string Arguments::value(std::string_view name, std::string_view fallback) const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? std::string(fallback) : found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
}

} // namespace biaokao::cli
