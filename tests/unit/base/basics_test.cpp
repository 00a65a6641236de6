#include <doctest/doctest.h>

#include <set>

#include "engine/base/clock.h"
#include "engine/base/hash.h"
#include "engine/base/rng.h"

using namespace biaokao;

TEST_CASE("sha256: the vectors of FIPS 180-4") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("receipt: ten characters of Crockford's base32 over the first 50 bits") {
    CHECK(receipt_from_hash(std::string(64, '0')) == "0000000000");
    CHECK(receipt_from_hash(std::string(64, 'f')) == "ZZZZZZZZZZ");
    CHECK(receipt_from_hash("0000000000003" + std::string(51, '0')) == "0000000000");
    CHECK(receipt_from_hash("0000000000004" + std::string(51, '0')) == "0000000001");
    CHECK(receipt_from_hash("0842108421084" + std::string(51, '0')) == "1111111111");
}

TEST_CASE("rng: a seed gives the published SplitMix64 sequence; uuids are of version 4 and differ") {
    auto rng = make_seeded_rng(1234567);
    CHECK(rng->next() == 6457827717110365317u);
    CHECK(rng->next() == 3203168211198807973u);
    auto system = make_system_rng();
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string uuid = make_uuid(*system);
        CHECK(uuid.size() == 36);
        CHECK(uuid[14] == '4');
        CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
        seen.insert(uuid);
    }
    CHECK(seen.size() == 100);
}

TEST_CASE("clock: UTC text goes both ways, and nothing else is taken for a time") {
    CHECK(utc_text(1732180000123) == "2024-11-21T09:06:40.123Z");
    CHECK(utc_text(0) == "1970-01-01T00:00:00.000Z");
    for (const std::int64_t time : {0LL, 951'782'399'999LL, 1'709'164'800'000LL, 4'102'444'800'001LL})
        CHECK(wall_ms_from_utc_text(utc_text(time)) == time);
    for (const std::string_view bad :
         {"", "2024-11-21", "2024-11-21T09:06:40.123", "2023-02-29T00:00:00.000Z", "2024-11-21T24:00:00.000Z",
          "2024-11-21T09:60:40.123Z", "2024-11-21T-1:06:40.123Z", "2024-13-21T09:06:40.123Z",
          "1969-11-21T09:06:40.123Z", "2024-11-21 09:06:40.123Z", "2024-11-21T09:06:40.+12Z"}) {
        CAPTURE(bad);
        CHECK(wall_ms_from_utc_text(bad) == -1);
    }
}

TEST_CASE("clock: the system clock counts from boot, knows its boot, and does not go back") {
    const auto clock = make_system_clock();
    const ClockSample first = clock->now(), second = clock->now();
    CHECK(first.boot_ms > 0);
    CHECK(second.boot_ms >= first.boot_ms);
    CHECK(first.wall_ms > 1'700'000'000'000);
    CHECK(first.boot_id == second.boot_id);
    CHECK_FALSE(first.boot_id.empty());
}
