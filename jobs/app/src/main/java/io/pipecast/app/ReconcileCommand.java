package io.pipecast.app;

import io.pipecast.connect.reconcile.CrmReport;
import io.pipecast.connect.reconcile.KnownDeals;
import io.pipecast.connect.reconcile.Reconciliation;
import io.pipecast.connect.reconcile.ReconciliationText;
import io.pipecast.connect.reconcile.ReportColumns;
import io.pipecast.connect.rows.UnknownColumnException;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast reconcile}: equal to the CRM to the cent, or the deals that are not, and why. */
@Command(
        name = "reconcile",
        description = "Compares the deals of a CRM report with what the events say.",
        mixinStandardHelpOptions = true)
final class ReconcileCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--crm-report",
            required = true,
            description = "CSV of the CRM, one row a deal.")
    private Path report;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "INSTANT",
            description = "As of when: ISO instant, or a date (its midnight).")
    private String at;

    @Option(names = "--events", required = true, description = "Events of the same CRM.")
    private Path events;

    @Option(names = "--config", required = true, description = "Configuration.")
    private Path configFile;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "FIELD=COLUMN",
            description =
                    "Columns of id, stage, amount, closeDate, owner and currency where they have"
                            + " other names; an empty one is not compared.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--only",
            description = "Compares deals of this outcome: ${COMPLETION-CANDIDATES}.")
    private Outcome only;

    @Option(
            names = "--limit",
            defaultValue = "100",
            description = "Most differences listed; default is ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    public Integer call() {
        PipelineSettings settings =
                Configs.load(
                                configFile,
                                new Configs.InputFile("--crm-report", report),
                                new Configs.InputFile("--events", events))
                        .pipeline();
        try {
            return compare(settings, Instants.parse("--at", at, settings.calendar().days()));
        } catch (UnknownColumnException | IllegalArgumentException wrong) {
            throw new UserError(wrong.getMessage(), wrong);
        } catch (IOException failed) {
            throw new UserError(failed.getMessage(), failed);
        }
    }

    private int compare(PipelineSettings settings, long instant) throws IOException {
        CrmReport crm = CrmReport.read(report, new ReportColumns(columns), settings);
        KnownDeals known = KnownDeals.read(events, settings);
        Reconciliation result = Reconciliation.of(crm, known, instant, only);
        ReconciliationText.lines(result, instant, limit)
                .forEach(spec.commandLine().getOut()::println);
        return result.differences().isEmpty() ? 0 : 1;
    }
}
