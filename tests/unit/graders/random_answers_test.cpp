// What holds for every mark, whatever was drawn: answers are the reference with random damage.
#include <algorithm>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "tests/support/graded.h"
#include "tests/support/scored_pack.h"

namespace biaokao {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) { return static_cast<std::size_t>(random() % limit); }
double between(Random& random, double low, double high) {
    return std::uniform_real_distribution<double>(low, high)(random);
}

template <class Map>
auto any_of(Random& random, Map& map) {
    return std::next(map.begin(), static_cast<std::ptrdiff_t>(below(random, map.size())));
}

void move_point(Random& random, Vec2& point) {
    point.x += between(random, -20, 20);
    point.y += between(random, -20, 20);
}

struct MoveShape { // by a little or by much, as hands do
    Random& random;
    void operator()(Box& box) const {
        box.x += between(random, -20, 20);
        box.width = std::max(1.0, box.width + between(random, -20, 20));
    }
    void operator()(RotatedBox& box) const {
        move_point(random, box.centre);
        box.degrees += between(random, -40, 40);
    }
    void operator()(Ellipse& ellipse) const {
        move_point(random, ellipse.centre);
        ellipse.radius_x = std::max(0.0, ellipse.radius_x + between(random, -20, 20));
    }
    void operator()(Polygon& polygon) const {
        if (!polygon.points.empty()) move_point(random, polygon.points[below(random, polygon.points.size())]);
    }
    void operator()(Polyline& line) const {
        if (!line.points.empty()) move_point(random, line.points[below(random, line.points.size())]);
    }
    void operator()(Keypoints& keypoints) const {
        if (keypoints.points.empty()) return;
        Keypoint& point = keypoints.points[below(random, keypoints.points.size())];
        if (below(random, 2) == 0) move_point(random, point.at);
        else point.visibility = static_cast<Visibility>(below(random, 3));
    }
    void operator()(Span& span) const {
        if (below(random, 2) == 0) ++span.end;
        else span.start = std::max<std::int64_t>(0, span.start - 1);
    }
    void operator()(Segment& segment) const { segment.end_s += between(random, 0, 0.4); }
    void operator()(Relation& relation) const { std::swap(relation.from, relation.to); }
    void operator()(MaskRuns&) const {}
};

void damage_object(Random& random, const Question& question, Answer& answer) {
    const auto object = any_of(random, answer.objects);
    switch (below(random, 5)) {
    case 0: answer.objects.erase(object); break;
    case 1: answer.objects.emplace("x" + std::to_string(below(random, 1000)), object->second); break;
    case 2:
        if (!question.labels.objects.empty())
            object->second.label = question.labels.objects[below(random, question.labels.objects.size())].id;
        break;
    case 3: object->second.attributes.clear(); break;
    default: std::visit(MoveShape{random}, object->second.shape);
    }
}

void damage_item(Random& random, Answer& answer) {
    ItemAnswer& item = any_of(random, answer.items)->second;
    switch (below(random, 5)) {
    case 0:
        if (!item.classes.empty()) any_of(random, item.classes)->second = "other";
        break;
    case 1:
        if (!item.classes.empty()) item.classes.erase(any_of(random, item.classes));
        break;
    case 2:
        if (!item.attributes.empty()) any_of(random, item.attributes)->second = between(random, -5, 5);
        break;
    case 3: std::shuffle(item.order.begin(), item.order.end(), random); break;
    default:
        if (!item.rows.empty()) any_of(random, item.rows)->second.removed ^= true;
        else item.saved = !item.saved;
    }
}

Answer damaged(Random& random, const Question& question, Answer answer) {
    for (std::size_t i = below(random, 6) + 1; i > 0; --i) {
        const bool has_both = !answer.objects.empty() && !answer.items.empty();
        if (!answer.objects.empty() && (!has_both || below(random, 2) == 0)) damage_object(random, question, answer);
        else if (!answer.items.empty()) damage_item(random, answer);
    }
    return answer;
}

// The same objects under other ids, so that they come in another order; relations follow.
Answer redrawn(Random& random, const Answer& answer) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < answer.objects.size(); ++i) names.push_back("n" + std::to_string(i));
    std::shuffle(names.begin(), names.end(), random);
    std::map<std::string, std::string> name_of;
    for (const auto& [id, object] : answer.objects) name_of[id] = names[name_of.size()];
    Answer other = answer;
    other.objects.clear();
    for (const auto& [id, object] : answer.objects) {
        Object& copy = other.objects[name_of.at(id)] = object;
        if (auto* relation = std::get_if<Relation>(&copy.shape)) {
            for (std::string* end : {&relation->from, &relation->to})
                if (const auto name = name_of.find(*end); name != name_of.end()) *end = name->second;
        }
    }
    return other;
}

// Calls `check(scorer, question, answer, random)` for damaged answers to every question of both packs.
template <class Check>
void for_damaged_answers(std::uint64_t seed, int rounds, const Check& check) {
    CAPTURE(seed);
    Random random(seed);
    for (const test::SmallPack& pack : {test::SmallPack(), test::scored_pack()}) {
        const Scorer scorer = test::scorer_of(pack);
        for (const Question& question : scorer.pack().questions) {
            const Answer perfect = test::perfect_answer(scorer.pack(), question.id);
            for (int round = 0; round < rounds; ++round) {
                CAPTURE(question.id);
                CAPTURE(round);
                check(scorer, question, damaged(random, question, perfect), random);
            }
        }
    }
}

TEST_CASE("no mark is above its maximum or below nothing, and items add up to the total") {
    std::set<std::string> damaged_questions;
    std::size_t questions = 0;
    for_damaged_answers(1, 40, [&](const Scorer& scorer, const Question& question, const Answer& answer, Random&) {
        const QuestionScore score = test::grade(scorer, question.id, answer);
        REQUIRE(score.awarded.has_value());
        CHECK(*score.awarded >= HalfPoints{});
        CHECK(*score.awarded <= question.points);
        if (*score.awarded < question.points) damaged_questions.insert(scorer.pack().id + question.id);
        HalfPoints sum;
        for (const ItemScore& item : score.items) {
            REQUIRE(item.awarded.has_value());
            CHECK(*item.awarded >= HalfPoints{});
            CHECK(*item.awarded <= item.max);
            sum += *item.awarded;
        }
        CHECK(sum == *score.awarded);
    });
    for (const test::SmallPack& pack : {test::SmallPack(), test::scored_pack()})
        questions += pack.load()->questions.size();
    CHECK(damaged_questions.size() == questions); // the damage does harm
}

TEST_CASE("no item depends on the order in which things were drawn, right or wrong") {
    for_damaged_answers(2, 40,
                        [](const Scorer& scorer, const Question& question, const Answer& answer, Random& random) {
                            const QuestionScore one = test::grade(scorer, question.id, answer);
                            const QuestionScore other = test::grade(scorer, question.id, redrawn(random, answer));
                            REQUIRE(one.items.size() == other.items.size());
                            for (std::size_t i = 0; i < one.items.size(); ++i) {
                                CAPTURE(one.items[i].id);
                                CHECK(one.items[i].awarded == other.items[i].awarded);
                            }
                        });
}

TEST_CASE("a stricter limit never gives more") {
    Random random(3);
    std::vector<Scorer> scorers; // from lenient to strict
    for (const double limit : {1.0, 2.0, 4.0, 8.0, 16.0}) {
        test::SmallPack pack;
        pack.set("key/boxes.json:/checks/M2/edge_px_max", 16 / limit);
        scorers.push_back(test::scorer_of(pack));
    }
    const Question& question = *scorers[0].pack().find_question("boxes");
    const Answer perfect = test::perfect_answer(scorers[0].pack(), "boxes");
    for (int round = 0; round < 100; ++round) {
        const Answer answer = damaged(random, question, perfect);
        HalfPoints lenient = question.points;
        for (const Scorer& scorer : scorers) {
            const HalfPoints points = *test::grade(scorer, "boxes", answer).awarded;
            CAPTURE(round);
            CHECK(points <= lenient);
            lenient = points;
        }
    }
}

} // namespace
} // namespace biaokao
