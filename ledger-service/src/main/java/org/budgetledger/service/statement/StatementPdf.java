package org.budgetledger.service.statement;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** A statement for people: a PDF that screen readers can read (PDF/UA), with its fonts in it. */
final class StatementPdf {
    private static final String FONT = "Liberation Sans";
    private static final float PDF_VERSION = 1.7f;

    static {
        // It speaks of every rule of its style sheets; what fails is thrown.
        XRLog.setLoggingEnabled(false);
    }

    private StatementPdf() {}

    static byte[] of(WholeStatement statement) throws IOException {
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(PDF_VERSION);
        builder.useFont(() -> font("Regular"), FONT, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold"), FONT, 700, FontStyle.NORMAL, true);
        builder.withW3cDocument(StatementPage.of(statement), null);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    private static InputStream font(String style) {
        return Objects.requireNonNull(
                StatementPdf.class.getResourceAsStream("/liberation/LiberationSans-" + style + ".ttf"),
                "the fonts are missing");
    }
}
