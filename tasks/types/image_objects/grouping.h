// Objects of one picture that belong together: those with the same name in Object::group.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tasks/types/image_objects/shape_index.h"

namespace biaokao::image_objects {

// All objects of the picture that are in a group with one of these; empty where none of these is in a group.
[[nodiscard]] ObjectIds members_of_groups(const Objects& objects, const ObjectIds& ids);
// "g1", "g2" …: names that no object of this picture has, one after another.
class GroupNames {
public:
    GroupNames(const Objects& objects, std::string_view item);
    [[nodiscard]] std::string next();

private:
    std::uint64_t last_ = 0;
};
// Copies that are about to be put into a picture: those that were together are together in a new group of their own;
// one whose fellows were not copied is alone.
void regroup_copies(std::vector<Object>& copies, GroupNames names);

} // namespace biaokao::image_objects
