#include "app/candidate/desk.h"

#include <algorithm>
#include <span>

#include "app/ui/key_choices.h"

namespace biaokao {
namespace {

// Entries of the settings file that name no action, or no key that may be chosen, are left out and said.
void take_over_keys(Desk& desk) {
    constexpr std::string_view prefix = "action.";
    std::vector<std::string> known, refused;
    for (const auto& [key, words] : desk.services.locales.words("en"))
        if (key.starts_with(prefix)) known.push_back(key.substr(prefix.size()));
    desk.settings.keys = usable_choices(desk.settings.keys, known, refused);
    desk.ui.actions().set_choices(desk.settings.keys);
    if (refused.empty()) return;
    std::string names;
    for (const std::string& id : std::span(refused).first(std::min<std::size_t>(refused.size(), 3)))
        names += (names.empty() ? "" : ", ") + id.substr(0, 40);
    desk.ui.notify(desk.ui.tr("keys.file_refused", {{"count", std::to_string(refused.size())}, {"actions", names}}));
}

} // namespace

Desk::Desk(const Services& services_in, const AppOptions& options)
    : services(services_in), ui(services_in.locales, services_in.platform),
      settings(load_settings(services_in.files, services_in.home)),
      store(services_in.files, services_in.clock, services_in.home) {
    if (options.language) settings.language = *options.language;
    ui.set_language(settings.language);
    take_over_keys(*this);
    form.name = options.candidate_name;
    form.ticket = options.candidate_ticket;
    form.mode = options.mode;
}

const Question& Desk::current_question() const {
    BIAOKAO_ASSERT(pack);
    const Question* found = pack->find_question(question);
    BIAOKAO_ASSERT(found);
    return *found;
}

TaskView& Desk::view_of(const std::string& question_id) {
    if (viewed != question_id) {
        if (const auto before = views.find(viewed); before != views.end()) before->second->put_away();
        viewed = question_id;
    }
    auto& view = views[question_id];
    if (!view) {
        const Question* spec = pack->find_question(question_id);
        BIAOKAO_ASSERT(spec);
        view = make_task_view(spec->type);
        BIAOKAO_ASSERT(view); // the loader refuses types that this program does not know
    }
    return *view;
}

} // namespace biaokao
