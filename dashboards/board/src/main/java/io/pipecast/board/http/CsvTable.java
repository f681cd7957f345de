package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180, UTF-8) for a spreadsheet: money as decimals of the currency, what is
 * not known empty. Text that a spreadsheet would take for a formula begins with an apostrophe.
 */
final class CsvTable {
    private static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CSVPrinter printer;

    /** A table with these heads. */
    CsvTable(List<String> heads) {
        try {
            this.printer = new CSVPrinter(text, CSVFormat.RFC4180);
            printer.printRecord(heads);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a row of texts, numbers and nulls. */
    void row(List<?> cells) {
        try {
            for (Object cell : cells) {
                printer.print(cell instanceof String said ? harmless(said) : cell);
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String harmless(String said) {
        return !said.isEmpty() && FORMULA.indexOf(said.charAt(0)) >= 0 ? "'" + said : said;
    }

    /** Minor units as a decimal, or null where they are missing. */
    static BigDecimal money(long minor, String currency) {
        return minor == Quantity.MISSING || currency == null
                ? null
                : BigDecimal.valueOf(minor, MinorUnits.exponent(currency));
    }

    /** The table so far. */
    String text() {
        return text.toString();
    }

    /** Answers with the table, to be saved under a name. */
    void send(Context context, String name) {
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .result(text());
    }
}
