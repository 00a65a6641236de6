#include "engine/answer/answer.h"
#include "tasks/types/task_types.h"

#include <doctest/doctest.h>

using namespace biaokao;

namespace biaokao {
extern const TaskType image_objects_type;
}

namespace {

Question question_with_pictures() {
    Question question;
    question.id = "q1";
    question.type = "image_objects";
    question.items = {{.id = "p1", .title = {"图一", "Picture 1"}, .file = "media/p1.png", .text = {}, .group = {}},
                      {.id = "p2", .title = {"图二", "Picture 2"}, .file = "media/p2.jpg", .text = {}, .group = {}}};
    LabelSpec person;
    person.id = "person";
    person.title = {"行人", "person"};
    person.color = "#0072B2";
    person.shape = "box";
    question.labels.objects = {person};
    return question;
}

std::vector<std::string> codes(const Problems& problems) {
    std::vector<std::string> all;
    for (const Error& error : problems.errors) all.push_back(error.code);
    return all;
}

Answer one_box(const Box& box) {
    Answer answer;
    Object& object = answer.objects["o1"];
    object.item = "p1";
    object.label = "person";
    object.shape = box;
    return answer;
}

} // namespace

TEST_CASE("image_objects accepts pictures and the shapes that are drawn in them") {
    Question question = question_with_pictures();
    Problems none;
    image_objects_type.check_question(question, "questions/q1.json", none);
    for (const char* shape : {"box", "rotated_box", "polygon", "polyline", "keypoints", "mask"}) {
        question.labels.objects[0].shape = shape;
        image_objects_type.check_question(question, "questions/q1.json", none);
    }
    CHECK(none.empty());

    question.items[1].file = "media/p2.wav";
    question.labels.objects[0].shape = "span";
    Problems two;
    image_objects_type.check_question(question, "questions/q1.json", two);
    REQUIRE(two.errors.size() == 2);
    CHECK(two.errors[1].code == "error.item_no_picture");
    CHECK(two.errors[1].where == "questions/q1.json:/items/1");
}

TEST_CASE("image_objects refuses boxes without area, outside the picture's corner, and shapes of other media") {
    const Question question = question_with_pictures();
    const auto problems_of = [&](const Answer& answer) {
        Problems problems;
        image_objects_type.check_answer(question, answer, "a.json:/q1", problems);
        return problems;
    };
    CHECK(problems_of(one_box({0, 0, 10, 10})).empty());
    CHECK(codes(problems_of(one_box({0, 0, 0, 10}))) == std::vector<std::string>{"error.box_outside"});
    CHECK(codes(problems_of(one_box({-1, 0, 10, 10}))) == std::vector<std::string>{"error.box_outside"});
    CHECK(problems_of(one_box({0, 0, 10, -1})).errors.at(0).where == "a.json:/q1/objects/o1/box");

    Answer span = one_box({});
    span.objects["o1"].shape = Span{0, 3};
    span.objects["o1"].label.clear();
    CHECK(codes(problems_of(span)) == std::vector<std::string>{"error.shape_of_picture"});
}

TEST_CASE("a picture is begun by a box in it or a class, not by boxes elsewhere") {
    const Question question = question_with_pictures();
    Answer answer = one_box({0, 0, 10, 10});
    CHECK(image_objects_type.item_begun(question, question.items[0], answer));
    CHECK_FALSE(image_objects_type.item_begun(question, question.items[1], answer));
    answer.items["p2"].saved = true;
    CHECK_FALSE(image_objects_type.item_begun(question, question.items[1], answer));
    answer.items["p2"].classes["scene"] = "street";
    CHECK(image_objects_type.item_begun(question, question.items[1], answer));
}
