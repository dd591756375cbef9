package org.budgetledger.projections.period;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The rows of a pack's accounts as CSV, for spreadsheets: made from the pack as it is read, so that neither has to fit into
 * memory. Nothing in it needs quoting.
 */
public final class PackRows {
    private static final String HEADER =
            "budgetId,deployment,stream,kind,openingPence,periodPence,priorPeriodPence,closingPence\r\n";

    private PackRows() {}

    public static void write(InputStream pack, Writer csv) throws IOException {
        csv.write(HEADER);
        try (var json = new JsonFactory().createParser(pack)) {
            var cells = new Cells();
            Deque<String> path = new ArrayDeque<>();
            for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    path.addLast(json.currentName() == null ? "" : json.currentName());
                } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                    if (String.join("/", path).equals("/budgets//accounts//rows/")) {
                        cells.write(csv);
                    } else if (String.join("/", path).equals("/budgets//accounts//entitled")) {
                        cells.entitled(csv);
                    }
                    path.removeLast();
                } else if (token.isScalarValue()) {
                    cells.take(json);
                }
            }
        }
        csv.flush();
    }

    /** What was read last of each name; a row is written once its last figure is there. */
    private static final class Cells {
        private String budgetId = "";
        private String deployment = "";
        private String stream = "";
        private String kind = "";
        private long opening;
        private long period;
        private long priorPeriod;
        private long closing;

        void take(JsonParser json) throws IOException {
            switch (String.valueOf(json.currentName())) {
                case "budgetId" -> budgetId = json.getText();
                case "deployment" -> deployment = json.getText();
                case "stream" -> stream = json.getText();
                case "kind" -> kind = json.getText();
                case "openingPence" -> opening = json.getLongValue();
                case "periodPence" -> period = json.getLongValue();
                case "priorPeriodPence" -> priorPeriod = json.getLongValue();
                case "closingPence" -> closing = json.getLongValue();
                default -> {}
            }
        }

        void entitled(Writer csv) throws IOException {
            if (opening != 0 || period != 0 || priorPeriod != 0) {
                kind = "ENTITLEMENT";
                write(csv);
            }
        }

        void write(Writer csv) throws IOException {
            csv.write(String.join(",", budgetId, deployment, stream, kind));
            csv.write("," + opening + "," + period + "," + priorPeriod + "," + closing + "\r\n");
        }
    }
}
