package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

/** What is hashed: the same text for the same content, in whichever order it came. */
class CanonicalTest {
    @Test
    void keys_come_in_order_at_every_depth_and_lists_as_they_are() throws JsonProcessingException {
        var node = LedgerJson.MAPPER.readTree("""
                { "b" : [ 3, {"z": null, "a": true}, [], {} ], "a" : { "\\u00e9" : "\\u00a3 \\"x\\" \\\\ \\n", "B" : -12, "a" : 1.5 },
                  "aa" : 9007199254740993, "n" : 123456789012345678901234567890 }""");

        assertThat(LedgerJson.canonical(node))
                .isEqualTo("{\"a\":{\"B\":-12,\"a\":1.5,\"\u00e9\":\"\u00a3 \\\"x\\\" \\\\ \\n\"},"
                        + "\"aa\":9007199254740993,"
                        + "\"b\":[3,{\"a\":true,\"z\":null},[],{}],"
                        + "\"n\":123456789012345678901234567890}");
    }
}
