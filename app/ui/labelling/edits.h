// The changes of an answer that every workspace makes. Each emits one patch: one gesture, one undo step. None does
// anything where the answer cannot be edited, or where nothing would change.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"

namespace biaokao {

// `label` is the locale key of what was done ("edit.move"). Both sides hold only what the edit touches.
void emit_difference(TaskFrame& frame, std::string_view label, const Answer& before, const Answer& after);
// Ids that are no objects are passed over.
void change_objects(TaskFrame& frame, std::string_view label, const ObjectIds& ids,
                    const std::function<void(Object&)>& change);
// The same, told which object it is.
void change_each_object(TaskFrame& frame, std::string_view label, const ObjectIds& ids,
                        const std::function<void(const std::string& id, Object&)>& change);
// So many ids that were never used, for several objects in one patch.
[[nodiscard]] std::vector<std::string> new_object_ids(const TaskFrame& frame, std::size_t count);
void add_objects(TaskFrame& frame, std::string_view label, const Objects& added);
// With the relations that run from or to one of them.
void delete_objects(TaskFrame& frame, const ObjectIds& ids);
// Drops the attributes that the new label does not have; objects of another shape than the label's stay as they are.
void relabel_objects(TaskFrame& frame, const ObjectIds& ids, std::string_view label_id);
// No value takes the attribute away.
void set_attribute(TaskFrame& frame, const ObjectIds& ids, const std::string& attribute,
                   const std::optional<AttributeValue>& value);
void set_class(TaskFrame& frame, std::string_view item, const std::string& class_id, const std::string& option);
// Of a class that takes several: adds the option, or takes it away where it is chosen.
void toggle_option(TaskFrame& frame, std::string_view item, const std::string& class_id, const std::string& option);
// A field of the item's form. No value takes it away.
void set_field(TaskFrame& frame, std::string_view item, const std::string& field,
               const std::optional<AttributeValue>& value);
void set_file_name(TaskFrame& frame, const std::string& name);
// Marks the item as saved; the next edit of it takes the mark away again. So it is with "checked".
void save_item(TaskFrame& frame, std::string_view item);
void check_item(TaskFrame& frame, std::string_view item, bool checked);
void save_and_check_item(TaskFrame& frame, std::string_view item);

} // namespace biaokao
