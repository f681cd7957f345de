package io.pipecast.codec.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.forecast.Quantity;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RowJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void dealIsOneLineInAFixedOrder() {
        JsonText out = new JsonText();
        RowJson.append(SampleRows.fullDeal(), out);

        assertThat(out.toString())
                .isEqualTo(
                        "{\"asOf\":\"2026-01-15T18:00:00.000Z\",\"opportunityId\":\"006A\","
                                + "\"version\":17,\"settled\":true,"
                                + "\"name\":\"Acme \\\"big\\\" deal\",\"account\":\"acme\","
                                + "\"stage\":\"Proposal\",\"outcome\":\"OPEN\",\"owner\":\"ann\","
                                + "\"territory\":\"emea\",\"amount\":1234500,\"currency\":\"EUR\","
                                + "\"corporateAmount\":1400000,\"closeDate\":\"2026-03-31\","
                                + "\"category\":\"COMMIT\",\"dealType\":\"NEW\","
                                + "\"nextStep\":\"call Bob\","
                                + "\"createdAt\":\"2026-01-05T18:00:00.000Z\",\"ageDays\":10,"
                                + "\"daysInStage\":3.1235,\"pushes\":2,\"backwardMoves\":1,"
                                + "\"reopenings\":0,\"buyerActivities\":7,"
                                + "\"lastBuyerAt\":\"2026-01-15T17:00:00.000Z\","
                                + "\"meetingAt\":\"2026-01-15T19:00:00.000Z\","
                                + "\"probabilities\":{\"within14d\":0.1,\"within30d\":0.21,"
                                + "\"within60d\":0.300001,\"within90d\":0.4,"
                                + "\"currentPeriod\":0.5,\"nextPeriod\":0.6,\"ever\":1},"
                                + "\"stageProbability\":0.5,\"modelVersion\":\"m3\","
                                + "\"changes\":[{\"at\":\"2026-01-15T17:59:59.995Z\","
                                + "\"field\":\"STAGE\",\"value\":\"Proposal\"},"
                                + "{\"at\":\"2026-01-15T18:00:00.000Z\",\"field\":\"AMOUNT\","
                                + "\"value\":\"1234500\"}],"
                                + "\"why\":{\"norm\":0.7,\"reasons\":[{\"kind\":\"pushes\","
                                + "\"feature\":\"pushes\",\"value\":2,\"norm\":0.5,"
                                + "\"weight\":-0.412},{\"kind\":\"buyer's replies\","
                                + "\"feature\":\"days since the buyer replied\",\"norm\":3.25,"
                                + "\"weight\":0.250001}],\"rest\":-0.000003,"
                                + "\"lastWeek\":{\"chance\":0.48,\"reasons\":[{\"kind\":\"amount\","
                                + "\"feature\":\"no amount\",\"value\":0,\"norm\":1,"
                                + "\"weight\":0.09}],\"rest\":0}}}");
    }

    @Test
    void missingIsLeftOutAndNeverZero() throws IOException {
        JsonText out = new JsonText();
        RowJson.append(SampleRows.bareDeal(), out);
        JsonNode deal = JSON.readTree(out.toString());

        assertThat(deal.fieldNames())
                .toIterable()
                .doesNotContain("amount", "closeDate", "ageDays", "daysInStage", "owner", "changes")
                .contains("probabilities", "removed");
    }

    @Test
    void snapshotHasWhatAModelIsJudgedBy() throws IOException {
        JsonText out = new JsonText();
        RowJson.appendSnapshot(SampleRows.fullDeal(), out);

        assertThat(JSON.readTree(out.toString()).fieldNames())
                .toIterable()
                .containsExactly(
                        "asOf",
                        "opportunityId",
                        "stage",
                        "owner",
                        "territory",
                        "amount",
                        "currency",
                        "corporateAmount",
                        "closeDate",
                        "category",
                        "dealType",
                        "ageDays",
                        "daysInStage",
                        "probabilities",
                        "stageProbability",
                        "modelVersion",
                        "why");
    }

    @Test
    void pipelineHasMoneyAsIntegersAndRatiosAsDecimals() throws IOException {
        JsonText out = new JsonText();
        RowJson.append(SampleRows.pipeline(), out);
        JsonNode row = JSON.readTree(out.toString());

        assertThat(row.get("values").get("closed").asLong()).isEqualTo(123_456_789);
        assertThat(row.get("values").get("model_p_reach").asText()).isEqualTo("0.73");
        assertThat(row.get("values").get("gap").asLong()).isEqualTo(-5);
        assertThat(row.get("values").has("quota")).isFalse();
        assertThat(row.get("values").size()).isEqualTo(Quantity.values().length - 1);
        assertThat(row.get("notInSource").get(0).asText()).isEqualTo("category_commit");
        assertThat(row.get("periodEnd").asText()).isEqualTo("2026-04-01");
        assertThat(row.has("parent")).isFalse();
    }

    @Test
    void alertsRejectionsAndFeedsAreReadableJson() throws IOException {
        JsonText out = new JsonText();
        RowJson.append(SampleRows.fullAlert(), out);
        out.append('\n');
        RowJson.append(SampleRows.bareAlert(), out);
        out.append('\n');
        RowJson.append(
                new Rejection("bad-value", "amount", "a\nb", "f", 3, 0, new byte[] {1, 2}, 9), out);
        out.append('\n');
        RowJson.append(new FeedStatus("crm", 0, 5, 6, 7), out);
        String[] lines = out.toString().split("\n");

        assertThat(lines).hasSize(4);
        assertThat(JSON.readTree(lines[0]).get("value").asDouble()).isEqualTo(11.5);
        assertThat(JSON.readTree(lines[1]).has("resolvedAt")).isFalse();
        assertThat(JSON.readTree(lines[2]).get("raw").binaryValue()).containsExactly(1, 2);
        assertThat(JSON.readTree(lines[3]).get("asOf").asText())
                .isEqualTo("1970-01-01T00:00:00.007Z");
    }
}
