#include "engine/pack/question.h"

#include <algorithm>

#include <fmt/format.h>

namespace biaokao {

namespace {

template <class T>
const T* find_by_id(const std::vector<T>& rows, std::string_view id) {
    const auto row = std::find_if(rows.begin(), rows.end(), [id](const T& one) { return one.id == id; });
    return row == rows.end() ? nullptr : &*row;
}

// All rows, or those that `ids` names, in the order of the schema.
template <class T>
std::vector<const T*> chosen(const std::vector<T>& rows, const std::vector<std::string>* ids) {
    std::vector<const T*> result;
    for (const T& row : rows)
        if (!ids || std::find(ids->begin(), ids->end(), row.id) != ids->end()) result.push_back(&row);
    return result;
}

} // namespace

std::string titles_of_options(const ClassSpec& spec, const std::set<std::string>& options, std::string_view language) {
    std::vector<std::string> titles;
    for (const Option& option : spec.options)
        if (options.contains(option.id)) titles.push_back(option.title.in(language));
    for (const std::string& id : options)
        if (find_by_id(spec.options, id) == nullptr) titles.push_back(id);
    return fmt::format("{}", fmt::join(titles, language == "zh" ? "、" : ", "));
}

const LabelSpec* LabelSchema::find_label(std::string_view id) const { return find_by_id(objects, id); }
const AttributeSpec* LabelSchema::find_attribute(std::string_view id) const { return find_by_id(attributes, id); }
const ClassSpec* LabelSchema::find_class(std::string_view id) const { return find_by_id(classes, id); }
const GroupSpec* LabelSchema::find_group(std::string_view id) const { return find_by_id(groups, id); }

const ItemSpec* Question::find_item(std::string_view item) const { return find_by_id(items, item); }

std::size_t Question::index_of_item(std::string_view item) const {
    const ItemSpec* spec = find_item(item);
    return spec ? static_cast<std::size_t>(spec - items.data()) : items.size();
}

std::vector<const LabelSpec*> Question::labels_of(const ItemSpec& item) const {
    const GroupSpec* group = labels.find_group(item.group);
    return chosen(labels.objects, group ? &group->objects : nullptr);
}

std::vector<const ClassSpec*> Question::classes_of(const ItemSpec& item) const {
    const GroupSpec* group = labels.find_group(item.group);
    return chosen(labels.classes, group ? &group->classes : nullptr);
}

std::vector<const AttributeSpec*> Question::fields_of(const ItemSpec& item) const {
    const GroupSpec* group = labels.find_group(item.group);
    return chosen(labels.attributes, group ? &group->fields : &labels.fields);
}

} // namespace biaokao
