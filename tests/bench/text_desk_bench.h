// What a frame of the text desk costs with a long document full of spans and relations.
#pragma once

namespace biaokao {
class Locales;
}

namespace biaokao::bench {

// Prints one line for each size: 4 ms of CPU time a frame at 300 KB with 3,000 spans and 500 relations is wanted.
void measure_text_desk(const Locales& locales);

} // namespace biaokao::bench
