// The panel beside the text: documents, labels, spans, attributes, name of the result. In a comparison: the verdicts.
#pragma once

#include "app/ui/labelling/attribute_editor.h"
#include "app/ui/labelling/result_name.h"
#include "tasks/types/text_labels/view_workspace.h"

namespace biaokao::spans {

class SidePanel {
public:
    // The list of documents, with their groups as headings. True when `current` became another one.
    bool documents_ui(TaskFrame& frame, std::string& current, float height_px);
    void draw_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item);
    // Name of the result and the save button. True when the document is to be marked as saved.
    bool foot_ui(TaskFrame& frame, const Workspace& work);
    [[nodiscard]] float foot_height(const TaskFrame& frame) const;
    void finish_typing(TaskFrame& frame);

private:
    AttributeEditor attributes_;
    ResultName name_;
    std::string shown_document_; // the list was scrolled to it
};

// Every mark of the document with its verdict; a click brings it into view.
void compared_marks_ui(TaskFrame& frame, Workspace& work);

} // namespace biaokao::spans
