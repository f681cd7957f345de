package io.pipecast.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Target;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped mapping of the CRM set: one row a deal, joins, and columns that leak the outcome. */
class CrmSalesImportTest {
    private static final String EXAMPLE = "crm-sales-opportunities";
    private static final int STAGE = 4;
    private static final int ACCOUNT = 3;
    private static final int CLOSE_DATE = 6;
    private static final int CLOSE_VALUE = 7;

    @TempDir Path dir;

    private Path data;
    private Path pipeline;
    private Mapping mapping;

    @BeforeEach
    void readMapping() throws IOException {
        pipeline = RealData.file(EXAMPLE + "/sales_pipeline.csv");
        data = pipeline.getParent();
        mapping = Imported.example(EXAMPLE);
    }

    @Test
    void emitsACreationPerDealAndAClosingPerClosedDeal() throws IOException {
        Imported imported = Imported.of(mapping, data, pipeline);

        assertThat(imported.findings().refused()).isZero();
        assertThat(imported.findings().made(Target.OPPORTUNITY)).isEqualTo(7135 + 3042 + 1684);
        assertThat(imported.findings().made(Target.USER)).isEqualTo(35 + 6);
        assertThat(imported.findings().made(Target.TERRITORY)).isEqualTo(3);
        assertThat(imported.findings().unknownOwners()).isEmpty();
    }

    @Test
    void closedWonPerRegionAndQuarterEqualsTheCsvToTheCent() throws IOException {
        Imported imported = Imported.of(mapping, data, pipeline);

        assertThat(wonByRegionAndQuarter(imported)).isEqualTo(wonInTheCsv());
    }

    /** Independent of the mapping: the CSV split at commas, sums in whole dollars. */
    private Map<String, Long> wonInTheCsv() throws IOException {
        Map<String, String> regions = new HashMap<>();
        for (String[] team : rows(data.resolve("sales_teams.csv"))) {
            regions.put(team[0], team[2]);
        }
        Map<String, Long> sums = new TreeMap<>();
        for (String[] deal : rows(pipeline)) {
            if (deal[STAGE].equals("Won")) {
                String key =
                        regions.get(deal[1]) + " " + quarter(LocalDate.parse(deal[CLOSE_DATE]));
                long cents = new BigDecimal(deal[CLOSE_VALUE]).movePointRight(2).longValueExact();
                sums.merge(key, cents, Long::sum);
            }
        }
        return sums;
    }

    private static Map<String, Long> wonByRegionAndQuarter(Imported imported) {
        Map<String, String> regions = new HashMap<>();
        Map<String, String> owners = new HashMap<>();
        Map<String, Long> sums = new TreeMap<>();
        for (ImportedEvent event : imported.events()) {
            if (event.fact() != null && event.fact().kind() == Kind.USER) {
                regions.put(event.fact().id(), event.fact().territory());
            } else if (event.change() != null && event.change().owner != null) {
                owners.put(event.change().opportunityId, event.change().owner);
            }
            if (event.change() != null && "Won".equals(event.change().stage)) {
                OpportunityChange won = event.change();
                String region = regions.get(owners.get(won.opportunityId));
                LocalDate booked = LocalDate.ofEpochDay(won.closeDate);
                sums.merge(region + " " + quarter(booked), won.amount, Long::sum);
            }
        }
        return sums;
    }

    @Test
    void whatIsToldBeforeTheClosingDoesNotDependOnHowTheDealEnds() throws IOException {
        List<String> told = new ArrayList<>();
        for (ImportedEvent event : Imported.of(mapping, data, pipeline).events()) {
            if (event.change() == null || event.change().closeDate == null) {
                told.add(Imported.statement(event.line()));
            }
        }

        Imported stillOpen = Imported.of(mapping, data, withoutEndings());

        assertThat(stillOpen.statements()).containsExactlyInAnyOrderElementsOf(told);
    }

    /** The same deals as an export on the day of each one's creation would have shown them. */
    private Path withoutEndings() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(Files.readAllLines(pipeline).get(0));
        for (String[] deal : rows(pipeline)) {
            deal[ACCOUNT] = "";
            deal[STAGE] = "Engaging";
            deal[CLOSE_DATE] = "";
            deal[CLOSE_VALUE] = "";
            lines.add(String.join(",", deal));
        }
        return Files.write(dir.resolve("open.csv"), lines);
    }

    @Test
    void aDealIsWorthItsListPriceUntilItIsWon() throws IOException {
        List<OpportunityChange> steps =
                Imported.of(mapping, data, pipeline).events().stream()
                        .map(ImportedEvent::change)
                        .filter(change -> change != null && change.opportunityId.equals("Z063OYW0"))
                        .toList();

        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).product).isEqualTo("GTX Pro");
        assertThat(steps.get(0).amount).isEqualTo(4821_00);
        assertThat(steps.get(0).occurredAt).isEqualTo(noon("2016-10-25"));
        assertThat(steps.get(1).amount).isEqualTo(4514_00);
        assertThat(steps.get(1).account).isEqualTo("Isdom");
        assertThat(steps.get(1).occurredAt).isEqualTo(noon("2017-03-11"));
    }

    @Test
    void aLostDealKeepsItsEnteredAmount() throws IOException {
        assertThat(Imported.of(mapping, data, pipeline).events())
                .map(ImportedEvent::change)
                .filteredOn(change -> change != null && "Lost".equals(change.stage))
                .hasSize(1684)
                .allMatch(change -> change.amount == null);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.strip().split(",", -1))
                .toList();
    }

    private static String quarter(LocalDate date) {
        return date.getYear() + "-Q" + (date.getMonthValue() + 2) / 3;
    }

    private static long noon(String date) {
        return Instant.from(LocalDate.parse(date).atTime(12, 0).atOffset(ZoneOffset.UTC))
                .toEpochMilli();
    }
}
