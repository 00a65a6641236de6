#include "tests/support/long_sitting.h"

#include <cmath>
#include <iterator>

#include "engine/base/rng.h"
#include "tests/support/session_builder.h"

namespace biaokao::test {
namespace {

constexpr std::size_t most_objects = 12;

// One candidate at work. Every gesture writes one line or none; whether the result is right does not matter.
class Worker {
public:
    Worker(const Pack& pack, std::uint64_t seed)
        : pack_(pack), rng_(make_seeded_rng(seed)), sitting_(header_of(pack, seed)) {}

    std::string work(std::size_t lines) {
        for (std::size_t i = 0; i < pack_.questions.size(); ++i) {
            question_ = &pack_.questions[i];
            must(session().open_question(question_->id));
            // The hand-in is a line too.
            const std::size_t until = (lines - 1) * (i + 1) / pack_.questions.size();
            while (sitting_.sink.lines.size() < until) {
                sitting_.clock.pass(500 + below(900));
                gesture();
            }
        }
        must(session().submit());
        return std::move(sitting_.sink.bytes);
    }

private:
    static JournalHeader header_of(const Pack& pack, std::uint64_t seed) {
        JournalHeader head = header("s-" + std::to_string(seed), 10 * 60 * minute_ms);
        head.pack_id = pack.id;
        head.pack_version = pack.version;
        head.pack_hash = pack.hash;
        head.candidate_ticket = std::to_string(seed);
        head.questions.clear();
        for (const Question& question : pack.questions) head.questions.push_back(question.id);
        return head;
    }

    static void must(const Result<void>& result) { BIAOKAO_ASSERT(result.has_value()); }
    [[nodiscard]] Session& session() { return *sitting_.session; }
    std::int64_t below(std::int64_t limit) {
        return static_cast<std::int64_t>(rng_->next() % static_cast<std::uint64_t>(limit));
    }
    double jitter(double range) {
        return std::round((static_cast<double>(below(2001)) / 1000 - 1) * range * 100) / 100;
    }
    template <class Map>
    const auto& any_of(const Map& map) {
        return *std::next(map.begin(), below(static_cast<std::int64_t>(map.size())));
    }

    void gesture() {
        const Answer& answer = session().answer(question_->id);
        const std::int64_t dice = below(100);
        if (dice < 4) return must(session().mark(question_->id, below(2) == 0, below(4) == 0));
        if (dice < 12 && session().can_undo(question_->id)) return must(session().undo(question_->id));
        if (dice < 16 && session().can_redo(question_->id)) return must(session().redo(question_->id));
        if (dice < 19) return save();
        if (answer.objects.empty() || (dice < 31 && answer.objects.size() < most_objects)) return draw();
        if (dice < 34)
            return change("edit.delete", {Change::Op::remove, "/objects/" + any_of(answer.objects).first, {}});
        if (dice < 46) return describe();
        move();
    }

    void change(const char* label, Change change) {
        must(session().apply({label, question_->id, {std::move(change)}}));
    }

    void save() {
        const ItemSpec& item = any_of(question_->items);
        change("edit.save", {Change::Op::add, "/items/" + item.id + "/saved", Json(true)});
    }

    [[nodiscard]] Shape near(const Shape& shape) {
        if (const auto* box = std::get_if<Box>(&shape))
            return Box{box->x + jitter(3), box->y + jitter(3), box->width + jitter(3), box->height + jitter(3)};
        if (const auto* segment = std::get_if<Segment>(&shape))
            return Segment{std::max(0.0, segment->start_s + jitter(0.1)), segment->end_s + 0.1 + jitter(0.1)};
        const Span span = std::get<Span>(shape);
        return Span{span.start, span.end + below(2)};
    }

    void draw() {
        Object object = any_of(pack_.find_key(question_->id)->reference.objects).second;
        object.shape = near(object.shape);
        change("edit.draw",
               {Change::Op::add, "/objects/" + session().next_object_id(question_->id), json_from_object(object)});
    }

    void move() {
        const auto& [id, object] = any_of(session().answer(question_->id).objects);
        const Shape shape = near(object.shape);
        change("edit.move_shape",
               {Change::Op::replace, "/objects/" + id + "/" + std::string(shape_name(shape)), json_from_shape(shape)});
    }

    // A label, a transcript, or the class of a document: whatever the question has.
    void describe() {
        const auto& [id, object] = any_of(session().answer(question_->id).objects);
        const ItemSpec& item = any_of(question_->items);
        if (const auto classes = question_->classes_of(item); !classes.empty()) {
            const ClassSpec& spec = *classes.front();
            return change("edit.class",
                          {Change::Op::add, "/items/" + item.id + "/class/" + spec.id, any_of(spec.options).id});
        }
        if (!object.text.empty())
            return change("edit.text",
                          {Change::Op::replace, "/objects/" + id + "/text", object.text + (below(2) ? "嗯" : "。")});
        change("edit.label", {Change::Op::replace, "/objects/" + id + "/label", any_of(question_->labels.objects).id});
    }

    const Pack& pack_;
    std::unique_ptr<Rng> rng_;
    Sitting sitting_;
    const Question* question_ = nullptr;
};

} // namespace

SmallPack ten_question_pack() {
    SmallPack pack;
    constexpr const char* names[] = {"boxes", "words", "calls"};
    double points = 10.0;
    for (int i = 3; i < 10; ++i) {
        const std::string name = names[i % 3], copy = name + "_" + std::to_string(i / 3 + 1);
        const Json question = pack.at("questions/" + name + ".json:"), key = pack.at("key/" + name + ".json:");
        pack.set("questions/" + copy + ".json:/", question).set("questions/" + copy + ".json:/id", copy);
        pack.set("key/" + copy + ".json:/", key).set("key/" + copy + ".json:/question", copy);
        pack.set("pack.json:/modules/1/questions/-", copy);
        points += question.find("points")->number();
    }
    pack.remove("key/samples/perfect.json").remove("key/samples/empty.json");
    return pack.set("pack.json:/minutes", 60).set("pack.json:/points", points).set("pack.json:/pass_mark", points / 2);
}

std::string long_journal(const Pack& pack, std::uint64_t seed, std::size_t lines) {
    BIAOKAO_ASSERT(lines >= 100);
    return Worker(pack, seed).work(lines);
}

} // namespace biaokao::test
