// One paper, loaded and checked: immutable afterwards.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/files.h"
#include "engine/pack/key.h"
#include "engine/pack/question.h"

namespace biaokao {

struct Module {
    Text title;
    std::vector<std::string> questions;
};

struct SampleAnswers { // key/samples/<name>.json
    std::string name, where;
    std::map<std::string, Answer> answers;                             // by question
    std::map<std::string, std::map<std::string, HalfPoints>> expected; // question → rubric item → points
};

// The bytes of a pack: a folder, or a zip of it. Paths are relative ("media/a.png"), checked, never leave the pack.
class PackFiles {
public:
    virtual ~PackFiles() = default;
    [[nodiscard]] virtual Result<std::string> read(const std::string& path) const = 0;   // may be called from workers
    [[nodiscard]] virtual const std::map<std::string, std::uint64_t>& sizes() const = 0; // path → bytes, sorted
    [[nodiscard]] virtual const std::string& location() const = 0;
};

struct Pack {
    std::string id, version;
    std::string hash; // SHA-256 over its JSON files outside key/, by path: what a journal is bound to
    Text title;
    int level = 5;
    int minutes = 0;
    HalfPoints points, pass_mark;
    std::vector<Module> modules;
    std::vector<Question> questions; // in the order of the modules
    std::map<std::string, std::string> media_sha256;
    bool has_key = false;
    std::map<std::string, QuestionKey> keys; // empty unless read with the key
    std::vector<SampleAnswers> samples;      // only when asked for
    std::shared_ptr<const PackFiles> files;

    [[nodiscard]] const Question* find_question(std::string_view id) const;
    [[nodiscard]] const QuestionKey* find_key(std::string_view question) const;
};

struct TaskType;

struct PackOptions {
    // What this program can do; the engine itself knows no task and no grader.
    const TaskType* (*find_task_type)(std::string_view id) = nullptr;
    std::string_view (*answer_kind_of_grader)(std::string_view id) = nullptr; // empty: no such grader
    bool read_key = false;                                                    // never in exam mode
    bool read_samples = false;                                                // for `check`
    bool check_media = true; // hash and decode headers of every media file; grading needs none of it
};

using LoadedPack = tl::expected<std::shared_ptr<const Pack>, Problems>;

// Folder or zip. Fails with every problem found; the pack is complete when there is none. Places are relative to the
// pack. Without `read_key` nothing below key/ is opened, now or later through Pack::files. `files` must outlive the
// pack, both functions of `options` must be set.
[[nodiscard]] LoadedPack load_pack(const Files& files, const std::string& path, PackOptions options);

} // namespace biaokao
