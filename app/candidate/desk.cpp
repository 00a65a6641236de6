#include "app/candidate/desk.h"

namespace biaokao {

Desk::Desk(const Services& services_in, const AppOptions& options)
    : services(services_in), ui(services_in.locales, services_in.platform),
      settings(load_settings(services_in.files, services_in.home)),
      store(services_in.files, services_in.clock, services_in.home) {
    if (options.language) settings.language = *options.language;
    ui.set_language(settings.language);
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
