// Puts the parts of a pack together and asks each of them for all of its problems.
#include "engine/pack/pack.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/base/hash.h"
#include "engine/pack/check_media.h"
#include "engine/pack/pack_files.h"
#include "engine/pack/read_paper.h"
#include "engine/pack/read_rules.h"
#include "engine/pack/read_sample.h"
#include "engine/pack/task_type.h"

namespace biaokao {

namespace {

// "questions/q1.json" between "questions/" and ".json" → "q1"; empty for any other path.
std::string id_between(std::string_view path, std::string_view folder, std::string_view ending = ".json") {
    if (!path.starts_with(folder) || !path.ends_with(ending) || path.size() <= folder.size() + ending.size()) return "";
    const auto id = path.substr(folder.size(), path.size() - folder.size() - ending.size());
    return id.find('/') == std::string_view::npos ? std::string(id) : "";
}

bool has_place(const std::string& path) {
    return path == "pack.json" || path == "key/demo.jsonl" || path.starts_with("media/") ||
           !id_between(path, "questions/").empty() || !id_between(path, "key/").empty() ||
           !id_between(path, "key/samples/").empty();
}

void check_places(const PackFiles& files, Problems& problems) {
    for (const auto& [path, size] : files.sizes())
        if (!has_place(path)) problems.add("error.pack_unexpected_file", path);
}

// What a journal is bound to: every JSON file outside key/, each with its path. Media are bound by their hashes in
// pack.json; a candidate pack and its practice pack have the same hash.
std::string hash_of(const PackFiles& files, Problems& problems) {
    std::string listing;
    for (const auto& [path, size] : files.sizes()) {
        if (path != "pack.json" && id_between(path, "questions/").empty()) continue;
        const auto bytes = files.read(path);
        if (bytes) listing += path + " " + sha256_hex(*bytes) + "\n";
        else problems.add(bytes.error());
    }
    return sha256_hex(listing);
}

class PackLoader {
public:
    PackLoader(Pack& pack, const PackOptions& options, Problems& problems)
        : pack_(pack), options_(options), problems_(problems) {}

    void load();

private:
    void read_questions();
    void read_one_question(const std::string& id);
    void check_kinds(const Question& question, const std::string& file);
    void read_keys();
    void read_one_key(const Question& question);
    void read_samples();
    bool is_listed(const std::string& path) const { return pack_.files->sizes().contains(path); }

    Pack& pack_;
    const PackOptions& options_;
    Problems& problems_;
    std::set<std::string> sound_questions_; // read without a problem: safe to hand to their task type
    bool all_questions_read_ = true;        // otherwise nobody knows which media are used
};

void PackLoader::load() {
    if (!is_listed("pack.json")) return problems_.add("error.pack_json_missing", "pack.json");
    check_places(*pack_.files, problems_);
    const auto paper = read_pack_json(*pack_.files, "pack.json", problems_);
    if (!paper) return;
    const auto before = problems_.errors.size();
    read_paper(*paper, pack_, problems_);
    if (!has_format_1(*paper)) return;
    read_questions();
    // A sum over questions that could not be read would be wrong for a reason that is reported already.
    if (problems_.errors.size() == before) check_paper(pack_, problems_);
    check_media_names(pack_, all_questions_read_, problems_);
    if (options_.check_media) check_media_content(pack_, problems_);
    if (options_.read_key && pack_.has_key) read_keys();
    if (options_.read_key && options_.read_samples) read_samples();
    pack_.hash = hash_of(*pack_.files, problems_);
}

void PackLoader::read_questions() {
    std::set<std::string> named;
    for (std::size_t m = 0; m < pack_.modules.size(); ++m) {
        for (const std::string& id : pack_.modules[m].questions) {
            const std::string where = "pack.json:/modules/" + std::to_string(m) + "/questions";
            if (!named.insert(id).second) continue; // its problem is noted
            if (is_listed("questions/" + id + ".json")) read_one_question(id);
            else problems_.add("error.question_missing", where, {{"id", id}});
        }
    }
    for (const auto& [path, size] : pack_.files->sizes())
        if (const std::string id = id_between(path, "questions/"); !id.empty() && !named.contains(id))
            problems_.add("error.question_not_named", path, {{"id", id}});
}

void PackLoader::read_one_question(const std::string& id) {
    const std::string file = "questions/" + id + ".json";
    const auto before = problems_.errors.size();
    const auto value = read_pack_json(*pack_.files, file, problems_);
    Question question = value ? read_question(*value, file, problems_) : Question{};
    if (!value || !has_format_1(*value)) {
        all_questions_read_ = false;
        return;
    }
    question.id = id; // as the paper names it, so that everything else can be found by it
    if (problems_.errors.size() == before) check_kinds(question, file);
    if (problems_.errors.size() == before) sound_questions_.insert(id);
    pack_.questions.push_back(std::move(question));
}

void PackLoader::check_kinds(const Question& question, const std::string& file) {
    const TaskType* type = options_.find_task_type(question.type);
    const std::string_view kind = options_.answer_kind_of_grader(question.grader);
    if (!type) problems_.add("error.task_type_unknown", file + ":/type", {{"type", question.type}});
    if (kind.empty()) problems_.add("error.grader_unknown", file + ":/grader", {{"grader", question.grader}});
    if (type && !kind.empty() && kind != type->id)
        problems_.add("error.grader_kind", file + ":/grader",
                      {{"grader", question.grader}, {"kind", std::string(kind)}, {"type", question.type}});
    if (type) type->check_question(question, file, problems_);
}

void PackLoader::read_keys() {
    for (const Question& question : pack_.questions) {
        const std::string file = "key/" + question.id + ".json";
        if (is_listed(file)) read_one_key(question);
        else problems_.add("error.key_missing", file, {{"id", question.id}});
    }
    for (const auto& [path, size] : pack_.files->sizes())
        if (const std::string id = id_between(path, "key/"); !id.empty() && !is_listed("questions/" + id + ".json"))
            problems_.add("error.key_without_question", path, {{"id", id}});
}

void PackLoader::read_one_key(const Question& question) {
    const std::string file = "key/" + question.id + ".json";
    const auto before = problems_.errors.size();
    const auto value = read_pack_json(*pack_.files, file, problems_);
    if (!value) return;
    QuestionKey key = read_key(*value, file, question, problems_);
    if (problems_.errors.size() == before && sound_questions_.contains(question.id))
        options_.find_task_type(question.type)->check_answer(question, key.reference, file + ":/reference", problems_);
    pack_.keys[question.id] = std::move(key);
}

void PackLoader::read_samples() {
    for (const auto& [path, size] : pack_.files->sizes()) {
        if (id_between(path, "key/samples/").empty()) continue;
        if (const auto value = read_pack_json(*pack_.files, path, problems_))
            pack_.samples.push_back(read_sample(*value, path, pack_, problems_));
    }
}

} // namespace

const Question* Pack::find_question(std::string_view question) const {
    const auto row = std::find_if(questions.begin(), questions.end(),
                                  [question](const Question& one) { return one.id == question; });
    return row == questions.end() ? nullptr : &*row;
}

const QuestionKey* Pack::find_key(std::string_view question) const {
    const auto key = keys.find(std::string(question));
    return key == keys.end() ? nullptr : &key->second;
}

LoadedPack load_pack(OpenedPack opened, const PackOptions& options) {
    BIAOKAO_ASSERT(options.find_task_type && options.answer_kind_of_grader);
    Problems problems = std::move(opened.problems);
    if (!opened.files) return tl::unexpected(std::move(problems));
    const auto pack = std::make_shared<Pack>();
    const auto& sizes = opened.files->sizes();
    pack->has_key = std::any_of(sizes.begin(), sizes.end(), [](const auto& f) { return f.first.starts_with("key/"); });
    pack->files = options.read_key ? opened.files : without_key(opened.files);
    PackLoader(*pack, options, problems).load();
    if (!problems.empty()) return tl::unexpected(std::move(problems));
    return pack;
}

LoadedPack load_pack(const Files& files, const std::string& path, PackOptions options) {
    return load_pack(open_pack_files(files, path), options);
}

} // namespace biaokao
