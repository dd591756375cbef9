package org.budgetledger.service.fuzz;

import static org.budgetledger.service.fuzz.Breakage.odd;
import static org.budgetledger.service.fuzz.Breakage.refused;
import static org.budgetledger.service.fuzz.Breakage.refusedAnywhere;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** What can be wrong with a request around its body. */
final class RequestBreakages {
    private RequestBreakages() {}

    static final List<Breakage> ALL = List.of(
            refused(
                    "no key",
                    (operation, sound, chances) -> operation.hasKey() ? sound.without("Idempotency-Key") : null),
            refused(
                    "an odd key",
                    (operation, sound, chances) -> operation.hasKey()
                            ? sound.header(
                                    "Idempotency-Key",
                                    chances.oneOf(
                                            "",
                                            "short",
                                            "x".repeat(65),
                                            "x".repeat(4_000),
                                            "a key with spaces",
                                            "schl\u00fcssel-1",
                                            "key/with/slashes",
                                            "'; drop table x; --"))
                            : null),
            refused(
                    "an odd If-Match",
                    (operation, sound, chances) -> operation.hasBody()
                            ? sound.header(
                                    "If-Match",
                                    chances.oneOf(
                                            "7",
                                            "",
                                            "\"\"",
                                            "W/\"7\"",
                                            "\"seven\"",
                                            "\"-1\"",
                                            "\"99999999999999999999\"",
                                            "\"999999\"",
                                            "\"1\", \"2\""))
                            : null),
            refused("no token", (operation, sound, chances) -> sound.without("Authorization")),
            refused(
                    "an unusable token",
                    (operation, sound, chances) -> sound.header(
                            "Authorization",
                            chances.oneOf(
                                    "",
                                    "Bearer",
                                    "Bearer ",
                                    "Bearer garbage",
                                    "Bearer a.b.c",
                                    "Bearer " + "x".repeat(5_000),
                                    "Bearer \u00e9",
                                    "Basic dXNlcjpwYXNz",
                                    "Bearer " + expired(),
                                    "Bearer " + unsigned(),
                                    sound.headers().get("Authorization") + "x"))),
            odd(
                    "another method",
                    (operation, sound, chances) -> sound.method(chances.oneOf(
                            "PUT", "DELETE", "PATCH", "TRACE", "HEAD", "OPTIONS", "GET", "POST", "FOO", "post"))),
            odd(
                    "an odd path",
                    (operation, sound, chances) -> sound.target(sound.target()
                            + chances.oneOf(
                                    "%00",
                                    "%2F",
                                    "%2e%2e",
                                    "%ff",
                                    "%c0%af",
                                    "%zz",
                                    "%",
                                    "/",
                                    "//",
                                    "/..",
                                    "/../..",
                                    ";a=b",
                                    "/%5c",
                                    "\\",
                                    "%0d%0a",
                                    "\u00e9",
                                    "%F0%9F%98%80",
                                    "{",
                                    "|",
                                    "/" + "x".repeat(3_000),
                                    "/" + "x".repeat(9_000),
                                    ".json",
                                    "#part"))),
            odd(
                    "an odd start of the path",
                    (operation, sound, chances) -> sound.target(chances.oneOf(
                                    "//",
                                    "/.",
                                    "/%2e/",
                                    "/%2f",
                                    "/x/..",
                                    "/V1/",
                                    "v1",
                                    "*",
                                    "http://127.0.0.1",
                                    "/;x=y/")
                            + sound.target())),
            refusedAnywhere(
                    "no such id in the path",
                    (operation, sound, chances) -> operation.path().contains("{")
                            ? sound.target(operation
                                    .path()
                                    .replaceAll(
                                            "\\{\\w+}",
                                            chances.oneOf(
                                                    UUID.nameUUIDFromBytes(new byte[] {1})
                                                            .toString(),
                                                    "1",
                                                    "not-an-id",
                                                    "null",
                                                    "%20",
                                                    "%F0%9F%98%80",
                                                    "%ED%A0%80",
                                                    "x".repeat(59) + "%F0%9F%98%80",
                                                    "0-0-0-0-0",
                                                    "%7BbudgetId%7D")))
                            : null),
            refused(
                    "an unknown query parameter",
                    (operation, sound, chances) -> sound.target(bare(sound)
                            + chances.oneOf(
                                    "?surplus=1",
                                    "?access_token=x",
                                    "?Limit=5",
                                    "?limit%20=5",
                                    "?%F0%28=1",
                                    "?a=%F0%9F%98%80"))),
            odd(
                    "an odd query",
                    (operation, sound, chances) -> sound.target(bare(sound)
                            + chances.oneOf(
                                    "?",
                                    "?&&",
                                    "?=",
                                    "?a=%",
                                    "?a=%zz",
                                    "?%",
                                    "?%00=%00",
                                    "??",
                                    "?a[]={}",
                                    "?a=\u00e9"))),
            odd(
                    "an odd limit",
                    (operation, sound, chances) -> sound.target(bare(sound) + "?limit="
                            + chances.oneOf(
                                    "",
                                    "abc",
                                    "-1",
                                    "0",
                                    "201",
                                    "1e3",
                                    "2.5",
                                    "2147483648",
                                    "9".repeat(400),
                                    "1&limit=2",
                                    "%00",
                                    "1;cursor=x"))),
            odd(
                    "an odd cursor",
                    (operation, sound, chances) -> sound.target(bare(sound) + "?cursor="
                            + chances.oneOf(
                                    "",
                                    "garbage",
                                    "%00",
                                    "%F0%9F%98%80",
                                    "x".repeat(3_000),
                                    cursor("+999999999-12-31", "1"),
                                    cursor("-999999999-01-01", "1"),
                                    cursor("-4713-01-01", "-1"),
                                    cursor("9999-12-31", "9223372036854775807"),
                                    cursor("2025-04-16", "-9223372036854775808"),
                                    cursor("2025-04-16", "x")))),
            odd(
                    "an odd Accept",
                    (operation, sound, chances) -> sound.header(
                            "Accept",
                            chances.oneOf(
                                    "text/xml",
                                    "image/png",
                                    "garbage",
                                    "application/json;q=",
                                    "*",
                                    "",
                                    "text/html",
                                    ",,"))),
            odd(
                    "odd headers",
                    (operation, sound, chances) -> chances.oneOf(
                            sound.header("Expect", "100-continue"),
                            sound.header("Content-Encoding", "gzip"),
                            sound.header("X-HTTP-Method-Override", "DELETE"),
                            sound.header("Range", "bytes=0-1"),
                            sound.header("If-None-Match", "*"),
                            sound.header("If-Modified-Since", "garbage"),
                            sound.header("Accept-Language", "xx-,,;q=z"),
                            sound.header("Accept-Charset", "nonsense"),
                            sound.header("Origin", "https://elsewhere.example"),
                            sound.header("X-Forwarded-For", "x, y"),
                            sound.header("X-Filler", "x".repeat(9_000)),
                            sound.header("Cookie", "JSESSIONID=x; a=\u0001"))));

    private static String bare(Draft sound) {
        return sound.target().split("\\?", 2)[0];
    }

    private static String expired() {
        return jwt("{\"alg\":\"RS256\",\"kid\":\"local\"}", "{\"sub\":\"x\",\"exp\":1}") + "c2lnbmF0dXJl";
    }

    private static String unsigned() {
        return jwt("{\"alg\":\"none\"}", "{\"sub\":\"x\",\"authority\":\"northmere\",\"role\":\"ALLOCATOR\"}");
    }

    private static String jwt(String header, String claims) {
        return encoded(header) + "." + encoded(claims) + ".";
    }

    private static String cursor(String day, String position) {
        return encoded(day + "/" + position + "/00000000-0000-0000-0000-000000000000");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
