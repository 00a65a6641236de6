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
    // Labels, spans, attributes, in what is left of the panel.
    void labels_ui(TaskFrame& frame, Workspace& work, const ItemSpec& item);
    // How high the palette of labels is with its heading; 0 without labels.
    [[nodiscard]] static float palette_height(const TaskFrame& frame, const ItemSpec& item);
    void name_ui(TaskFrame& frame) { result_name_ui(frame, name_); }
    [[nodiscard]] static float name_height(const TaskFrame& frame);
    void finish_typing(TaskFrame& frame);

private:
    AttributeEditor attributes_;
    ResultName name_;
    std::string shown_document_; // the list was scrolled to it
};

// Every mark of the document with its verdict; a click brings it into view.
void compared_marks_ui(TaskFrame& frame, Workspace& work);

} // namespace biaokao::spans
