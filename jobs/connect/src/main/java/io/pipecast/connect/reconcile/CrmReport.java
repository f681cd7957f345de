package io.pipecast.connect.reconcile;

import io.pipecast.connect.rows.CsvTable;
import io.pipecast.connect.rows.Row;
import io.pipecast.connect.rows.RowHandler;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report of the CRM: one row a deal, amounts in decimal major units, dates as ISO-8601. */
public final class CrmReport {
    private final ReportColumns columns;
    private final Map<String, DealState> deals;

    private CrmReport(ReportColumns columns, Map<String, DealState> deals) {
        this.columns = columns;
        this.deals = deals;
    }

    /**
     * Reads a report.
     *
     * @throws UnusableReportException naming every row that cannot be compared
     */
    public static CrmReport read(Path file, ReportColumns columns, PipelineSettings settings)
            throws IOException {
        Reader reader = new Reader(columns, settings);
        CsvTable.read(file, ',', columns.all(), reader);
        if (!reader.problems.isEmpty()) {
            throw new UnusableReportException(file, reader.problems);
        }
        return new CrmReport(columns, reader.deals);
    }

    Map<String, DealState> deals() {
        return deals;
    }

    ReportColumns columns() {
        return columns;
    }

    /** A report with rows that cannot be read. */
    public static final class UnusableReportException extends IOException {
        private static final long serialVersionUID = 1L;
        private static final int SHOWN = 10;

        UnusableReportException(Path file, List<String> problems) {
            super(
                    "%s: %s%s"
                            .formatted(
                                    file,
                                    String.join(
                                            "\n  ",
                                            problems.subList(0, Math.min(SHOWN, problems.size()))),
                                    problems.size() > SHOWN
                                            ? "\n  and %d more".formatted(problems.size() - SHOWN)
                                            : ""));
        }
    }

    private static final class Reader implements RowHandler {
        private final ReportColumns columns;
        private final StageTable stages;
        private final String corporate;
        private final Map<String, DealState> deals = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        Reader(ReportColumns columns, PipelineSettings settings) {
            this.columns = columns;
            this.stages = settings.stages();
            this.corporate = settings.currency();
        }

        @Override
        public void row(Row row) {
            String id = text(row, ReportColumns.ID);
            try {
                if (id == null) {
                    problem(row.line(), "id must not be empty");
                } else if (deals.put(id, state(row)) != null) {
                    problem(row.line(), "id must be of one row only, was " + id);
                }
            } catch (ArithmeticException | NumberFormatException notANumber) {
                problem(row.line(), "amount must be a decimal number", row, ReportColumns.AMOUNT);
            } catch (DateTimeException noDate) {
                problem(row.line(), "closeDate must be an ISO date", row, ReportColumns.CLOSE_DATE);
            } catch (IllegalArgumentException noCurrency) {
                problem(row.line(), "currency must be ISO 4217", row, ReportColumns.CURRENCY);
            }
        }

        private DealState state(Row row) {
            String currency = text(row, ReportColumns.CURRENCY);
            currency = currency == null ? corporate : currency;
            String stage = text(row, ReportColumns.STAGE);
            String amount = text(row, ReportColumns.AMOUNT);
            String date = text(row, ReportColumns.CLOSE_DATE);
            return new DealState(
                    outcome(stage),
                    stage,
                    amount == null ? null : MinorUnits.of(new BigDecimal(amount), currency),
                    currency,
                    date == null ? null : (int) LocalDate.parse(date).toEpochDay(),
                    text(row, ReportColumns.OWNER));
        }

        private Outcome outcome(String stage) {
            int index = stage == null ? -1 : stages.indexOf(stage);
            return index < 0 ? Outcome.OPEN : stages.get(index).outcome();
        }

        private String text(Row row, String field) {
            return columns.has(field) ? row.text(columns.of(field)) : null;
        }

        private void problem(long line, String rule, Row row, String field) {
            problem(line, rule + ", was " + text(row, field));
        }

        private void problem(long line, String problem) {
            problems.add("line " + line + ": " + problem);
        }

        @Override
        public void unreadable(long line, String reason, String raw) {
            problem(line, reason);
        }
    }
}
