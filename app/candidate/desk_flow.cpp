#include "app/candidate/desk_flow.h"

#include <algorithm>
#include <filesystem>

#include "app/platform/platform.h"
#include "app/ui/pack_words.h"
#include "graders/graders.h"
#include "tasks/types/task_types.h"

namespace biaokao {
namespace {

std::string_view answer_kind_of_grader(std::string_view id) {
    for (const Grader& grader : all_graders())
        if (grader.id == id) return grader.answer_kind;
    return {};
}

PackOptions pack_options(bool read_key) {
    return {.find_task_type = find_task_type, .answer_kind_of_grader = answer_kind_of_grader, .read_key = read_key};
}

// Title and kind of the pack at `path`, from its pack.json alone; nothing when it is no pack.
std::optional<PackRow> listing_of(const Files& files, const std::string& path) {
    const auto bytes = files.read(path + "/pack.json", 1 << 20);
    if (!bytes) return std::nullopt;
    const auto json = parse_json(*bytes, path);
    if (!json) return std::nullopt;
    Problems ignored; // the loader reports them when the pack is chosen
    JsonReader reader(*json, path, "", ignored);
    return PackRow{.path = path,
                   .title = reader.text("title"),
                   .level = static_cast<int>(reader.integer("level", 1, 9)),
                   .minutes = static_cast<int>(reader.integer("minutes", 1, 600)),
                   .practice = files.exists(path + "/key")};
}

Problems questions_without_workspace(const Pack& pack) {
    Problems problems;
    for (const Question& question : pack.questions)
        if (!has_workspace(question))
            problems.add("error.no_workspace", "questions/" + question.id + ".json:/type", {{"type", question.type}});
    return problems;
}

std::string session_folder(const std::string& session_path) {
    return session_path.substr(0, session_path.find_last_of('/'));
}

// Beside the journal, never in it: a submission names no folder of this machine.
std::string pack_note_path(const std::string& session_path) { return session_folder(session_path) + "/pack_path"; }

void enter_session(Desk& desk, std::unique_ptr<OpenSession> open) {
    desk.open = std::move(open);
    desk.views.clear();
    desk.result.reset();
    desk.look = {};
    desk.copy_path.clear();
    desk.question = desk.session()->header().questions.front();
    Platform& platform = desk.services.platform;
    desk.open->writer->on_change([&platform] { platform.wake(); });
    for (const auto& [id, answer] : desk.session()->answers()) {
        desk.ui.note_words(answer.file_name);
        for (const auto& [object_id, object] : answer.objects) desk.ui.note_words(object.text);
    }
}

// The pack that the session was taken with, wherever it is now.
Result<std::shared_ptr<const Pack>> find_pack_of(Desk& desk, const JournalHeader& header,
                                                 const std::string& session_path) {
    std::vector<std::string> places;
    if (auto noted = desk.services.files.read(pack_note_path(session_path), 1 << 16)) places.push_back(*noted);
    for (const PackRow& listing : desk.form.packs) places.push_back(listing.path);
    for (const std::string& path : desk.settings.recent_packs) places.push_back(path);
    for (const std::string& place : places) {
        auto pack = load_pack(desk.services.files, place, pack_options(false));
        if (pack && (*pack)->hash == header.pack_hash) return *pack;
    }
    return fail("error.session_pack_missing", session_path, {{"id", header.pack_id}, {"version", header.pack_version}});
}

// The drill's own score: the only place where a key is opened, and only after hand-in.
Result<DrillResult> score_drill(Desk& desk) {
    PackOptions options = pack_options(true);
    options.check_media = false;
    auto pack = load_pack(desk.services.files, desk.pack->files->location(), options);
    if (!pack) return tl::unexpected(pack.error().errors.front());
    if ((*pack)->hash != desk.pack->hash) return fail("error.foreign_pack", desk.pack->files->location());
    auto scorer = Scorer::compile(*pack, all_graders());
    if (!scorer) return tl::unexpected(scorer.error().errors.front());
    const JournalHeader& header = desk.session()->header();
    DrillResult result{.pack = *pack};
    std::map<std::string, ProcessLog> process;
    if (scorer->looks_at_process()) process = process_logs(header, desk.session()->entries());
    result.sheet = scorer->score(desk.session()->answers(), {header.candidate_name, header.candidate_ticket},
                                 header.questions, &process);
    return result;
}

// What one wants to see first: why the first half point was lost.
void show_first_lost_item(Desk& desk) {
    desk.question = desk.session()->header().questions.front();
    for (const QuestionScore& question : desk.result->sheet.questions)
        for (const ItemScore& item : question.items) {
            if (item.status == ItemStatus::earned) continue;
            desk.question = question.id;
            return look_at_item(desk, item);
        }
}

void show_result(Desk& desk) {
    desk.screen = ScreenId::result;
    desk.views.clear();
    if (desk.session()->header().mode != Mode::drill || !desk.pack->has_key) return;
    auto result = score_drill(desk);
    if (!result) {
        desk.error = result.error();
        return;
    }
    desk.result = std::move(*result);
    show_first_lost_item(desk);
    for_each_word(*desk.result->pack, [&desk](std::string_view words) { desk.ui.note_words(words); });
}

} // namespace

void look_at_item(Desk& desk, const ItemScore& item) {
    desk.result->item = item.id;
    for (const Evidence& evidence : item.evidence) {
        const std::string& object = evidence.object.empty() ? evidence.reference : evidence.object;
        if (object.empty()) continue;
        const Answer& mine = desk.session()->answer(desk.question);
        const Answer& reference = desk.result->pack->find_key(desk.question)->reference;
        const Answer& owner = evidence.object.empty() ? reference : mine;
        const auto found = owner.objects.find(object);
        const bool is_item = found == owner.objects.end();
        desk.view_of(desk.question).show(is_item ? object : found->second.item, is_item ? std::string() : object);
        return;
    }
}

void refresh_lists(Desk& desk) {
    StartForm& form = desk.form;
    form.packs.clear();
    std::vector<std::string> paths;
    if (const auto shipped = desk.services.files.list(desk.services.pack_folder))
        for (const FileInfo& entry : *shipped) paths.push_back(desk.services.pack_folder + "/" + entry.name);
    for (const std::string& path : desk.settings.recent_packs)
        if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
    for (const std::string& path : paths)
        if (auto listing = listing_of(desk.services.files, path)) form.packs.push_back(std::move(*listing));
    form.sessions = desk.store.list();
}

void choose_pack(Desk& desk, const std::string& given_path) {
    // One spelling for one place, so that the list shows which pack is chosen.
    const std::string path = std::filesystem::absolute(given_path).lexically_normal().string();
    desk.form.pack_path = path;
    desk.form.left_out.clear();
    desk.form.error.reset();
    desk.pack.reset();
    auto pack = load_pack(desk.services.files, path, pack_options(false));
    desk.form.pack_problems = pack ? questions_without_workspace(**pack) : pack.error();
    if (!desk.form.pack_problems.empty()) return;
    desk.pack = *pack;
    remember_pack(desk.settings, path);
}

void create_session(Desk& desk) {
    StartForm& form = desk.form;
    BIAOKAO_ASSERT(desk.pack);
    JournalHeader header{.session = make_uuid(desk.services.rng),
                         .pack_id = desk.pack->id,
                         .pack_version = desk.pack->version,
                         .pack_hash = desk.pack->hash,
                         .candidate_name = form.name,
                         .candidate_ticket = form.ticket,
                         .mode = form.mode,
                         .seed = desk.services.rng.next() >> 11}; // 53 bits: exact in every JSON reader
    int minutes = 0;
    for (const Question& question : desk.pack->questions) {
        if (form.mode == Mode::drill && form.left_out.contains(question.id)) continue;
        header.questions.push_back(question.id);
        minutes += question.minutes;
    }
    if (form.mode == Mode::exam) minutes = desk.pack->minutes;
    header.duration_ms = std::int64_t{minutes} * 60'000;
    auto open = desk.store.create(std::move(header));
    if (!open) {
        form.error = open.error();
        return;
    }
    // Without this note the session still opens from the recent packs; a failure is no reason to stop.
    static_cast<void>(desk.services.files.replace(pack_note_path((*open)->path), desk.pack->files->location()));
    settings_changed(desk);
    enter_session(desk, std::move(*open));
    desk.screen = ScreenId::briefing;
}

void open_session(Desk& desk, const std::string& path) {
    auto open = desk.store.open(path);
    if (!open) {
        desk.form.error = open.error();
        return;
    }
    auto pack = find_pack_of(desk, (*open)->session->header(), path);
    if (!pack) {
        desk.form.error = pack.error();
        return;
    }
    desk.pack = *pack;
    enter_session(desk, std::move(*open));
    switch (desk.session()->phase()) {
    case SessionPhase::ready: desk.screen = ScreenId::briefing; return;
    case SessionPhase::running: show_question(desk, desk.question); return;
    case SessionPhase::ended: desk.screen = ScreenId::review; return;
    case SessionPhase::submitted: show_result(desk); return;
    }
}

void begin_exam(Desk& desk) {
    if (auto started = desk.session()->start(); !started) {
        desk.error = started.error();
        return;
    }
    show_question(desk, desk.question);
}

void show_question(Desk& desk, const std::string& id) {
    if (desk.screen == ScreenId::exam && desk.question != id) {
        TaskFrame frame = task_frame(desk, desk.current_question(), desk.session()->answer(desk.question));
        TaskView& view = desk.view_of(desk.question);
        view.finish_typing(frame);
        view.cancel_gesture();
    }
    desk.question = id;
    desk.look.tab = "work";
    if (desk.session()->phase() == SessionPhase::running) {
        desk.screen = ScreenId::exam;
        if (!desk.session()->progress(id).opened)
            if (auto opened = desk.session()->open_question(id); !opened) desk.error = opened.error();
    }
}

void show_review(Desk& desk) {
    TaskFrame frame = task_frame(desk, desk.current_question(), desk.session()->answer(desk.question));
    desk.view_of(desk.question).finish_typing(frame);
    desk.screen = ScreenId::review;
}

void hand_in(Desk& desk) {
    if (auto submitted = desk.session()->submit(); !submitted) {
        desk.error = submitted.error();
        return;
    }
    show_result(desk);
}

void leave_session(Desk& desk) {
    desk.leaving = false;
    desk.views.clear();
    desk.result.reset();
    desk.reviews = {};
    desk.open.reset(); // writes what is left, then lets the lock go
    desk.screen = ScreenId::start;
    refresh_lists(desk);
}

void settings_changed(Desk& desk) {
    // A read-only home loses the choice at the next start, nothing else; the exam says so by its own banner.
    static_cast<void>(save_settings(desk.services.files, desk.services.home, desk.settings));
}

void copy_submission(Desk& desk, const std::string& path) {
    std::string target = path;
    if (const auto info = desk.services.files.info(target); info && info->is_folder) {
        const JournalHeader& header = desk.session()->header();
        target += "/" + (header.candidate_ticket.empty() ? header.session : header.candidate_ticket) + ".biaokao";
    }
    auto bytes = desk.services.files.read(desk.open->path);
    if (bytes) {
        if (auto written = desk.services.files.replace(target, *bytes); !written)
            bytes = tl::unexpected(written.error());
    }
    if (!bytes) desk.error = bytes.error();
    else desk.ui.notify(desk.ui.tr("result.copied", {{"path", target}}));
}

void tick(Desk& desk) {
    if (!desk.session()) return;
    desk.session()->tick();
    if (desk.session()->phase() != SessionPhase::ended || desk.screen != ScreenId::exam) return;
    // Time is up in the middle of something: the last committed state stands, dialogs close (T3).
    for (auto& [id, view] : desk.views) view->cancel_gesture();
    desk.leaving = false;
    desk.help_open = false;
    desk.settings_dialog = {};
    desk.error.reset();
    desk.screen = ScreenId::review;
}

TaskFrame task_frame(Desk& desk, const Question& question, const Answer& answer) {
    Session& session = *desk.session();
    return {.ui = desk.ui,
            .workers = desk.services.workers,
            .pack = *desk.pack,
            .type = *find_task_type(question.type), // the loader refuses types that this program does not know
            .question = question,
            .answer = answer,
            .editable = session.phase() == SessionPhase::running,
            .comparison = nullptr,
            .revision = [&session] { return session.revision(); },
            .objects_changed_since =
                [&session, id = question.id](std::uint64_t revision) {
                    return session.objects_changed_since(id, revision);
                },
            .new_object_id = [&session, id = question.id] { return session.next_object_id(id); },
            .emit =
                [&desk, &session, id = question.id](std::string_view label, Patch patch) {
                    if (patch.empty()) return;
                    auto applied = session.apply({std::string(label), id, std::move(patch)});
                    if (!applied && session.phase() == SessionPhase::running) desk.error = applied.error();
                }};
}

} // namespace biaokao
