// group: what belongs together was put into one group of its own.
#include <algorithm>
#include <map>
#include <set>

#include "graders/image_objects/check_kinds.h"

namespace biaokao::image_objects {
namespace {

// Reference ids of the target's group, itself included.
std::vector<std::string> members_of(const ShapeKey& key, const Object& target) {
    std::vector<std::string> members;
    for (const auto& [id, object] : key.key.reference.objects)
        if (!target.group.empty() && object.item == target.item && object.group == target.group) members.push_back(id);
    return members;
}

struct DrawnMembers {
    std::set<std::string, std::less<>> ids;            // of the answer
    std::map<std::string, int, std::less<>> per_group; // how many of them are in it; without those in none
    [[nodiscard]] int found() const { return static_cast<int>(ids.size()); }
    // The group that most of them are in; of equals the first name, so that the order of drawing does not matter.
    [[nodiscard]] std::pair<std::string_view, int> largest() const {
        std::pair<std::string_view, int> best{"", 0};
        for (const auto& [name, count] : per_group)
            if (count > best.second) best = {name, count};
        return best;
    }
};

DrawnMembers drawn_members(const ShapeCase& c, const std::vector<std::string>& members) {
    DrawnMembers drawn;
    for (const std::string& member : members) {
        const Partner* partner = c.matching.find_hit(member);
        if (!partner) continue;
        drawn.ids.insert(partner->id);
        if (!partner->object->group.empty()) ++drawn.per_group[partner->object->group];
    }
    return drawn;
}

// Others in that group of the same picture; what an ignore region excuses counts against nobody.
int strangers_in(const ShapeCase& c, std::string_view group, const DrawnMembers& drawn) {
    const auto excused = [&](const std::string& id) {
        const auto& near = c.matching.excused;
        return std::find(near.begin(), near.end(), id) != near.end() ||
               std::any_of(c.matching.verdicts.begin(), c.matching.verdicts.end(), [&](const ObjectVerdict& verdict) {
                   return verdict.object == id && verdict.verdict == Verdict::ignored;
               });
    };
    int strangers = 0;
    for (const auto& [id, object] : c.answer.objects)
        strangers +=
            object.item == c.reference->item && object.group == group && !drawn.ids.contains(id) && !excused(id);
    return strangers;
}

} // namespace

void read_group(CheckReading& reading) {
    if (reading.target && members_of(reading.key, *reading.target).size() < 2)
        reading.reader.problems().add("error.check_group", reading.spec.where + "/target");
}

CheckResult judge_group(const ShapeCase& c) {
    const auto members = members_of(c.key, *c.reference);
    const auto wanted = static_cast<int>(members.size());
    const DrawnMembers drawn = drawn_members(c, members);
    const auto [group, together] = drawn.largest();
    const int strangers = together > 0 ? strangers_in(c, group, drawn) : 0;
    const std::string need = std::to_string(wanted);
    CheckResult result;
    result.outcome = CheckResult::Outcome::missed;
    result.nominal = {"nominal.group", {{"need", need}}};
    result.measured = {strangers > 0 ? "measured.together_with_others" : "measured.together",
                       {{"value", std::to_string(together)}, {"need", need}, {"others", std::to_string(strangers)}}};
    const auto say = [&](std::string_view sentence, int value) {
        result.evidence.push_back(c.evidence(sentence, {{"value", std::to_string(value)}, {"need", need}}));
    };
    if (drawn.found() < wanted) say("evidence.together.found", drawn.found());
    else if (together < wanted) say("evidence.together.apart", together);
    if (strangers > 0) say("evidence.together.strangers", strangers);
    if (!result.evidence.empty()) return result;
    result.outcome = CheckResult::Outcome::earned;
    say("evidence.together.right", wanted);
    return result;
}

} // namespace biaokao::image_objects
