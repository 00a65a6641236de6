// Every sentence of a score must be there in both languages.
#pragma once

#include <doctest/doctest.h>

#include "engine/base/files.h"
#include "engine/base/i18n.h"
#include "engine/score/score.h"

namespace biaokao::test {

inline void check_words(const QuestionScore& score) {
    static const auto locales = Locales::load(*make_disk_files(), BIAOKAO_SOURCE_DIR "/assets/locales").value();
    for (const ItemScore& item : score.items) {
        std::vector<std::string> codes{item.nominal.code, item.measured.code};
        for (const Evidence& evidence : item.evidence) codes.push_back(evidence.text.code);
        for (const char* language : {"zh", "en"})
            for (const std::string& code : codes) CHECK_MESSAGE(locales.words(language).contains(code), code);
    }
}

} // namespace biaokao::test
