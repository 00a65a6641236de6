// A small valid pack in memory: three questions, one of each task type, with key and samples. A test changes one place
// and sees what the loader, a grader or a screen makes of it.
//
//   boxes   image_objects, 4.0 points: media/yard.png 640 × 480 (r1 person, r2 light), media/lane.png 320 × 240
//   words   text_labels, 2.5 points: a review with a class, a sentence and media/notes.txt with spans
//   calls   audio_segments, 3.5 points: media/call.wav, 3 s (r1 and r2 speech, r3 noise)
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/json.h"
#include "engine/pack/pack.h"
#include "engine/pack/pack_files.h"

namespace biaokao::test {

class SmallPack {
public:
    SmallPack();
    // Another pack than the small one, from its JSON files by path; write() adds its media.
    explicit SmallPack(std::map<std::string, Json> documents) : documents_(std::move(documents)) {}

    // `place` as in Error::where: "questions/boxes.json:/rubric/0/points". Asserts that it exists.
    [[nodiscard]] Json& at(std::string_view place);
    // Sets a member or an element; "…/-" appends to an array.
    SmallPack& set(std::string_view place, Json value);
    SmallPack& erase(std::string_view place);
    // Any bytes under any path; the hash of a listed media file is kept right.
    SmallPack& write(const std::string& path, std::string bytes);
    SmallPack& remove(const std::string& path);

    [[nodiscard]] std::map<std::string, std::string> files() const;
    [[nodiscard]] OpenedPack open() const; // without looking at names
    // Loads it with key and samples. A pack without problems is expected by load().
    [[nodiscard]] Problems problems() const;
    [[nodiscard]] std::shared_ptr<const Pack> load() const;
    // Writes it as a folder, for what needs a path.
    void write_to(Files& files, const std::string& folder) const;

private:
    struct Empty {};
    explicit SmallPack(Empty) {}

    std::map<std::string, Json> documents_;
    std::map<std::string, std::string> others_;
};

// PackFiles over a map.
[[nodiscard]] std::shared_ptr<const PackFiles> memory_pack_files(std::map<std::string, std::string> files);

} // namespace biaokao::test
