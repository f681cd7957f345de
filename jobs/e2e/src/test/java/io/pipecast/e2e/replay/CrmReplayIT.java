package io.pipecast.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A CRM's deals of four quarters, replayed: what is published against the export itself. */
class CrmReplayIT {
    private static final String SET = "crm-sales-opportunities";

    @TempDir private static Path directory;

    private static final List<JsonNode> ROWS = new ArrayList<>();

    @BeforeAll
    static void replay() throws Exception {
        ImportedLog log = ImportedLog.of(SET, "sales_pipeline.csv", directory);
        Path results = log.replay(2, directory.resolve("out"));
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(results.resolve("pipeline-forecasts.jsonl"))) {
            ROWS.add(json.readTree(line));
        }
    }

    @Test
    void closedWonPerRegionAndQuarterIsTheSumOfTheExportToTheCent() throws IOException {
        Map<String, Long> published = new TreeMap<>();
        for (JsonNode row : ROWS) {
            boolean region = row.get("tree").asText().equals("TERRITORY") && row.has("parent");
            boolean period = !row.get("periodKind").asText().equals("ROLLING");
            long closed = row.get("values").path(Quantity.CLOSED.key).asLong();
            if (region && period && closed != 0) {
                published.put(row.get("node").asText() + " " + row.get("period").asText(), closed);
            }
        }
        assertThat(published).isEqualTo(straightFromTheExport()).hasSizeGreaterThan(8);
    }

    @Test
    void theSumOverRegionsEqualsTheCompanyInEveryCut() {
        Map<String, long[]> regions = new HashMap<>();
        Map<String, long[]> roots = new HashMap<>();
        for (JsonNode row : ROWS) {
            String at = row.get("cut") + " " + row.get("period").asText();
            if (row.get("tree").asText().equals("TERRITORY")) {
                boolean root = row.get("level").asInt() == 0;
                boolean child = row.get("level").asInt() == 1;
                if (root || child) {
                    add((root ? roots : regions), at, row);
                }
            }
        }
        // some 300 cuts of two or three fiscal periods each
        assertThat(roots.keySet()).isEqualTo(regions.keySet()).hasSizeGreaterThan(600);
        roots.forEach((at, sums) -> assertThat(regions.get(at)).as(at).isEqualTo(sums));
    }

    @Test
    void everyNodeEqualsTheSumOfItsReportsInEveryCut() {
        Map<String, long[]> children = new HashMap<>();
        Map<String, long[]> own = new HashMap<>();
        for (JsonNode row : ROWS) {
            String at = row.get("cut") + " " + row.get("period").asText() + " " + row.get("tree");
            add(own, at + row.get("node"), row);
            if (row.has("parent")) {
                add(children, at + row.get("parent"), row);
            }
        }
        assertThat(children).hasSizeGreaterThan(1000);
        children.forEach((at, sums) -> assertThat(own.get(at)).as(at).isEqualTo(sums));
    }

    private static void add(Map<String, long[]> sums, String key, JsonNode row) {
        Quantity[] quantities = Quantity.values();
        long[] sum = sums.computeIfAbsent(key, k -> new long[quantities.length]);
        for (Quantity quantity : quantities) {
            if (quantity.additive) {
                sum[quantity.ordinal()] += row.get("values").path(quantity.key).asLong();
            }
        }
    }

    /** Won amounts by region of the agent and quarter of the close date, in cents. */
    private static Map<String, Long> straightFromTheExport() throws IOException {
        Map<String, String> regions = new HashMap<>();
        for (String[] row : rows("sales_teams.csv")) {
            regions.put(row[0], row[2]);
        }
        Map<String, Long> sums = new TreeMap<>();
        for (String[] row : rows("sales_pipeline.csv")) {
            if (row[4].equals("Won")) {
                LocalDate closed = LocalDate.parse(row[6]);
                int quarter = (closed.getMonthValue() + 2) / 3;
                String key = regions.get(row[1]) + " " + closed.getYear() + "-Q" + quarter;
                long cents = new BigDecimal(row[7]).movePointRight(2).longValueExact();
                sums.merge(key, cents, Math::addExact);
            }
        }
        return sums;
    }

    /** The set quotes no value, so a comma always separates. */
    private static List<String[]> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(RealData.file(SET + "/" + file));
        return lines.subList(1, lines.size()).stream().map(line -> line.split(",", -1)).toList();
    }
}
