// The attributes of the selected objects, or the fields of an item (its form): nothing is chosen at the start, required
// ones are marked, each change is one patch over the whole selection.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/ui/labelling/selection.h"
#include "app/ui/task_view.h"

namespace biaokao {

class AttributeEditor {
public:
    // Draws under the scope "attributes" (attributes/<attribute>, options as attributes/<attribute>/<option>) what all
    // selected objects have in common by their labels.
    void draw_ui(TaskFrame& frame, const Selection& selection);
    // Draws under the scope "fields" what the item itself offers. An editor serves either objects or items.
    void draw_fields_ui(TaskFrame& frame, const ItemSpec& item);
    // Commits a text or number that is still being typed.
    void finish_typing(TaskFrame& frame);

private:
    void take_up(TaskFrame& frame, const ObjectIds& objects, const std::string& item);
    [[nodiscard]] const AttributeValue* value_of(const TaskFrame& frame, const std::string& attribute) const;
    void store(TaskFrame& frame, const std::string& attribute, const std::optional<AttributeValue>& value);
    void attribute_ui(TaskFrame& frame, const AttributeSpec& spec);
    void options_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value);
    void checkbox_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value);
    void typed_ui(TaskFrame& frame, const AttributeSpec& spec, const AttributeValue* value);
    void commit_typed(TaskFrame& frame, const AttributeSpec& spec, const std::string& words);

    ObjectIds shown_for_;                       // the objects that the drafts belong to …
    std::string item_;                          // … or the item whose form they are; empty: none
    std::map<std::string, std::string> drafts_; // texts and numbers by attribute
    std::string typing_;                        // the attribute that is being typed; empty: none
};

} // namespace biaokao
