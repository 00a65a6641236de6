// The JSON Schemas of assets/schema, behind the one file that knows valijson.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace biaokao::test {

class JsonSchema {
public:
    explicit JsonSchema(const std::string& name); // "pack.schema.json"; asserts that it reads as a schema
    ~JsonSchema();
    // What the schema complains about; empty for a value that it accepts. `text` must be JSON.
    [[nodiscard]] std::vector<std::string> complaints(const std::string& text) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

} // namespace biaokao::test
