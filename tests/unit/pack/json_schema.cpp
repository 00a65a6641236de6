#include "tests/unit/pack/json_schema.h"

#include <fstream>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace biaokao::test {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

struct JsonSchema::Compiled {
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const std::string& name) : compiled_(std::make_unique<Compiled>()) {
    std::ifstream file(BIAOKAO_SOURCE_DIR "/assets/schema/" + name);
    const auto document = nlohmann::json::parse(file);
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(Adapter(document), compiled_->schema);
}

JsonSchema::~JsonSchema() = default;

std::vector<std::string> JsonSchema::complaints(const std::string& text) const {
    const auto document = nlohmann::json::parse(text);
    valijson::Validator validator;
    valijson::ValidationResults results;
    std::vector<std::string> complaints;
    if (validator.validate(compiled_->schema, Adapter(document), &results)) return complaints;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        std::string place;
        for (const std::string& step : error.context) place += step;
        complaints.push_back(place + ": " + error.description);
    }
    if (complaints.empty()) complaints.emplace_back("refused without a word");
    return complaints;
}

} // namespace biaokao::test
