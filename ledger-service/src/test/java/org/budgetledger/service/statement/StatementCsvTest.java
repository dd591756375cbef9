package org.budgetledger.service.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people wrote stays text in a spreadsheet. */
class StatementCsvTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', textBlock = """
            =1+1                        | '=1+1
            +44 20 7946 0000            | '+44 20 7946 0000
            -2 for the lunch            | '-2 for the lunch
            @SUM(A1:A9)                 | '@SUM(A1:A9)
            §  =HYPERLINK("x")§         | §'  =HYPERLINK("x")§
            Swimming – and the bus = £3 | Swimming – and the bus = £3
            a-b+c@d                     | a-b+c@d
            """)
    void text_that_would_be_a_formula_is_marked_as_text(String text, String shown) {
        assertThat(StatementCsv.harmless(text)).isEqualTo(shown);
    }
}
