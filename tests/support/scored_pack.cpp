#include "tests/support/scored_pack.h"

#include <utility>

namespace biaokao::test {

extern const ScoredQuestion scored_form, scored_outlines, scored_query, scored_rounds, scored_shapes, scored_sorting,
    scored_table;

namespace {

SmallPack build() {
    std::map<std::string, Json> documents;
    std::map<std::string, std::string> media;
    double points = 0;
    std::int64_t minutes = 0;
    Json::Array ids;
    Json hashes{Json::Object{}};
    for (const ScoredQuestion* one : {&scored_form, &scored_outlines, &scored_query, &scored_rounds, &scored_shapes,
                                      &scored_sorting, &scored_table}) {
        const std::string id = one->id;
        Json question = parse_json(one->question, id).value();
        points += question.find("points")->number();
        minutes += *question.find("minutes")->integer();
        ids.emplace_back(id);
        for (const auto& [path, bytes] : one->media) {
            hashes.set(path, "");
            media[path] = bytes;
        }
        documents["questions/" + id + ".json"] = std::move(question);
        documents["key/" + id + ".json"] = parse_json(one->key, id).value();
    }
    Json paper = parse_json(R"({
     "format": 1, "id": "7d0c5f0e-3f0b-4c56-9d52-1f6a3e0b8a11", "version": 1,
     "title": {"zh": "无界面题型", "en": "Kinds without a workspace"}, "level": 5, "licence": "CC0-1.0",
     "authors": ["The biaokao authors"]})",
                            "pack.json")
                     .value();
    paper.set("minutes", minutes);
    paper.set("points", points);
    paper.set("pass_mark", points);
    paper.set("media", std::move(hashes));
    Json module = parse_json(R"({"title": {"zh": "全部", "en": "All"}})", "pack.json").value();
    module.set("questions", std::move(ids));
    paper.set("modules", Json::Array{std::move(module)});
    documents["pack.json"] = std::move(paper);
    SmallPack pack(std::move(documents));
    for (auto& [path, bytes] : media) pack.write(path, std::move(bytes));
    return pack;
}

} // namespace

SmallPack scored_pack() {
    static const SmallPack sound = build(); // read once for all tests of a run
    return sound;
}

} // namespace biaokao::test
