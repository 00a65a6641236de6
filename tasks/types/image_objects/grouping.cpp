#include "tasks/types/image_objects/grouping.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace biaokao::image_objects {
namespace {

using Place = std::pair<std::string_view, std::string_view>; // picture and group

} // namespace

ObjectIds members_of_groups(const Objects& objects, const ObjectIds& ids) {
    std::set<Place> groups;
    for (const std::string& id : ids)
        if (const auto found = objects.find(id); found != objects.end() && !found->second.group.empty())
            groups.emplace(found->second.item, found->second.group);
    ObjectIds members;
    if (groups.empty()) return members;
    for (const auto& [id, object] : objects)
        if (groups.contains({object.item, object.group})) members.insert(id);
    return members;
}

GroupNames::GroupNames(const Objects& objects, std::string_view item) {
    for (const auto& [id, object] : objects) {
        if (object.item != item || !object.group.starts_with('g')) continue;
        const char *begin = object.group.data() + 1, *end = object.group.data() + object.group.size();
        std::uint64_t number = 0;
        if (const auto [rest, error] = std::from_chars(begin, end, number); error == std::errc() && rest == end)
            last_ = std::max(last_, number);
    }
}

std::string GroupNames::next() { return "g" + std::to_string(++last_); }

void regroup_copies(std::vector<Object>& copies, GroupNames names) {
    std::map<Place, std::vector<Object*>> groups; // the names are read before they change
    for (Object& copy : copies)
        if (!copy.group.empty()) groups[{copy.item, copy.group}].push_back(&copy);
    std::vector<std::pair<std::string, std::vector<Object*>>> renamed;
    for (auto& [place, members] : groups)
        renamed.emplace_back(members.size() > 1 ? names.next() : std::string(), std::move(members));
    for (const auto& [name, members] : renamed)
        for (Object* member : members) member->group = name;
}

} // namespace biaokao::image_objects
