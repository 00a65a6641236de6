// The panel beside the text: documents, labels, spans and relations, attributes, name of the result.
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
    // Of the list of documents, in a panel of this height (pixels): the rest is for labels, spans and attributes.
    [[nodiscard]] float documents_height(const TaskFrame& frame, const ItemSpec& item, float panel_height) const;
    void name_ui(TaskFrame& frame) { result_name_ui(frame, name_); }
    [[nodiscard]] static float name_height(const TaskFrame& frame);
    void finish_typing(TaskFrame& frame);

private:
    // With its heading; 0 without labels.
    [[nodiscard]] static float palette_height(const TaskFrame& frame, const ItemSpec& item);

    AttributeEditor attributes_;
    float attributes_height_ = 0, attributes_most_ = 0; // pixels, of the frame before and ever
    ResultName name_;
    std::string shown_document_; // the list was scrolled to it
};

} // namespace biaokao::spans
