#include "engine/pack/check_media.h"

#include <set>

#include "engine/base/hash.h"
#include "engine/media/audio.h"
#include "engine/media/image_header.h"
#include "engine/media/media_kind.h"
#include "engine/media/table_document.h"
#include "engine/media/text_document.h"

namespace biaokao {

namespace {

std::string place_in_list(const std::string& path) { return "pack.json:" + pointer_child("/media", path); }

// The files that items and sources name; complains about those that are not there.
std::set<std::string> media_of_items(const Pack& pack, Problems& problems) {
    std::set<std::string> used;
    for (const Question& question : pack.questions) {
        const auto note_files = [&](const std::vector<ItemSpec>& items, const std::string& list) {
            for (std::size_t i = 0; i < items.size(); ++i) {
                const std::string& file = items[i].file;
                if (!file.starts_with("media/")) continue; // an inline text, or a problem that is noted
                used.insert(file);
                if (!pack.files->sizes().contains(file))
                    problems.add("error.media_missing",
                                 "questions/" + question.id + ".json:/" + list + "/" + std::to_string(i) + "/file",
                                 {{"file", file}});
            }
        };
        note_files(question.items, "items");
        note_files(question.sources, "sources");
    }
    return used;
}

template <class T>
void note(const Result<T>& result, Problems& problems) {
    if (!result) problems.add(result.error());
}

void check_bytes(const std::string& path, const std::string& bytes, Problems& problems) {
    switch (media_kind_from_name(path).value_or(MediaKind::text)) {
    case MediaKind::image: return note(probe_image(bytes, path), problems);
    case MediaKind::audio: return note(probe_audio(bytes, path), problems);
    case MediaKind::text: return note(read_text_document(bytes, path), problems);
    case MediaKind::table: return note(read_table_document(bytes, path), problems);
    }
}

} // namespace

void check_media_names(const Pack& pack, bool knows_all_questions, Problems& problems) {
    const auto used = media_of_items(pack, problems);
    for (const auto& [path, hash] : pack.media_sha256) {
        if (!pack.files->sizes().contains(path))
            problems.add("error.media_missing", place_in_list(path), {{"file", path}});
        else if (knows_all_questions && !used.contains(path)) problems.add("error.media_unused", place_in_list(path));
    }
    for (const auto& [path, size] : pack.files->sizes()) {
        if (!path.starts_with("media/")) continue;
        if (!pack.media_sha256.contains(path)) problems.add("error.media_not_listed", path);
        if (!media_kind_from_name(path)) problems.add("error.media_kind", path);
    }
}

void check_media_content(const Pack& pack, Problems& problems) {
    for (const auto& [path, size] : pack.files->sizes()) {
        if (!path.starts_with("media/") || !media_kind_from_name(path)) continue;
        const auto bytes = pack.files->read(path);
        if (!bytes) {
            problems.add(bytes.error());
            continue;
        }
        const auto listed = pack.media_sha256.find(path);
        // A hash of another form had its problem when pack.json was read.
        if (listed != pack.media_sha256.end() && listed->second.size() == 64)
            if (const std::string hash = sha256_hex(*bytes); hash != listed->second)
                problems.add("error.media_sha256", place_in_list(path), {{"found", hash}});
        check_bytes(path, *bytes, problems);
    }
}

} // namespace biaokao
