package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.board.SampleBoard;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a spreadsheet gets is what the pages show. */
class TablesApiTest {
    private static SampleApi board;

    @BeforeAll
    static void open() {
        board = new SampleApi();
    }

    @AfterAll
    static void close() {
        board.close();
    }

    private static List<CSVRecord> csv(String path) throws Exception {
        HttpResponse<String> answer = board.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(answer.body(), format)) {
            return parser.getRecords();
        }
    }

    @Test
    void theDealsBehindABarAreThoseToWhichItHappenedInTheSpan() throws Exception {
        JsonNode won = board.json("/api/deals?outcome=won&limit=1000").path("deals");
        long now = SampleBoard.NOW;
        long from = now - 20 * 86_400_000L;
        String span = "&outcome=any&limit=1000&movedFrom=" + from + "&movedTo=" + now;
        JsonNode behind = board.json("/api/deals?moved=bridge_won" + span).path("deals");
        assertThat(behind.size()).isPositive().isLessThan(won.size());
        for (JsonNode deal : behind) {
            assertThat(deal.path("outcome").asText()).isEqualTo("WON");
        }
        JsonNode pushed = board.json("/api/deals?moved=bridge_pushed" + span).path("deals");
        for (JsonNode deal : pushed) {
            assertThat(deal.path("pushes").asInt()).isPositive();
        }
        String nobody = "&outcome=any&movedFrom=" + now + "&movedTo=" + now;
        assertThat(board.json("/api/deals?moved=bridge_won" + nobody).path("total").asInt())
                .isZero();
        board.refused(
                "/api/deals?moved=bridge_time" + span,
                400,
                "moved must be one of bridge_won, bridge_lost, bridge_pushed, bridge_new,"
                        + " bridge_amount, bridge_probability, bridge_organization, was"
                        + " bridge_time");
        board.refused(
                "/api/deals?moved=bridge_won&movedFrom=x&movedTo=1",
                400,
                "movedFrom must be epoch milliseconds, was x");
    }

    @Test
    void allDealsOfAFilterAreThereWithDecimalMoney() throws Exception {
        JsonNode json = board.json("/api/deals?stage=Proposal&limit=1000");
        List<CSVRecord> rows = csv("/api/deals.csv?stage=Proposal&limit=1");

        assertThat(rows).isNotEmpty().hasSize(json.path("total").asInt());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode deal = json.path("deals").get(i);
            CSVRecord row = rows.get(i);
            assertThat(row.get("id")).isEqualTo(deal.path("id").asText());
            assertThat(row.get("stage")).isEqualTo("Proposal");
            assertThat(new BigDecimal(row.get("amount")).movePointRight(2))
                    .isEqualByComparingTo(deal.path("amount").decimalValue());
            assertThat(Double.parseDouble(row.get("p_currentPeriod")))
                    .isEqualTo(deal.path("probabilities").path("currentPeriod").asDouble());
        }
    }

    @Test
    void aNodeComesWithWhatIsRightBelowItAndTheirClosedAddsUp() throws Exception {
        List<CSVRecord> rows = csv("/api/forecast.csv");

        assertThat(rows.get(0).get("node")).isEqualTo("company");
        assertThat(rows.stream().skip(1).map(r -> r.get("level"))).containsOnly("1");
        BigDecimal below =
                rows.stream()
                        .skip(1)
                        .map(row -> new BigDecimal(row.get("closed")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(below).isEqualByComparingTo(rows.get(0).get("closed"));
    }

    @Test
    void aWrongFilterIsRefusedLikeOnThePage() throws Exception {
        assertThat(board.get("/api/deals.csv?outcome=maybe").statusCode()).isEqualTo(400);
        assertThat(board.get("/api/forecast.csv?node=nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() {
        CsvTable table = new CsvTable(List.of("a", "b", "c"));
        table.row(Arrays.asList("=1+1", "plain", null));
        table.row(Arrays.asList("a,\"b\"", -5L, "-x"));

        assertThat(table.text().lines())
                .containsExactly("a,b,c", "'=1+1,plain,", "\"a,\"\"b\"\"\",-5,'-x");
    }
}
