package io.pipecast.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.organization.OrganizationFact.Kind;
import io.pipecast.domain.organization.Tree;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The wire carries an enum by its position, so the constants must stand as the symbols do. */
class WireSymbolsTest {
    static Stream<Arguments> enums() {
        return Stream.of(
                arguments(WireSchema.OPPORTUNITY_CHANGE, "operation", Operation.values()),
                arguments(WireSchema.OPPORTUNITY_CHANGE, "outcome", Outcome.values()),
                arguments(
                        WireSchema.OPPORTUNITY_CHANGE,
                        "forecastCategory",
                        ForecastCategory.values()),
                arguments(WireSchema.OPPORTUNITY_CHANGE, "dealType", DealType.values()),
                arguments(WireSchema.ACTIVITY, "kind", ActivityCode.Kind.values()),
                arguments(WireSchema.ACTIVITY, "direction", ActivityCode.Direction.values()),
                arguments(WireSchema.ACTIVITY, "status", ActivityCode.Status.values()),
                arguments(
                        WireSchema.ORGANIZATION_CHANGE,
                        "kind",
                        new Kind[] {Kind.USER, Kind.TERRITORY, Kind.ACCOUNT}),
                arguments(WireSchema.QUOTA, "tree", Tree.values()),
                arguments(WireSchema.CALL, "tree", Tree.values()),
                arguments(WireSchema.ALERT_ACTION, "kind", AlertAction.Kind.values()),
                arguments(WireSchema.DEAL_FORECAST, "outcome", Outcome.values()),
                arguments(WireSchema.DEAL_FORECAST, "category", ForecastCategory.values()),
                arguments(WireSchema.DEAL_FORECAST, "dealType", DealType.values()),
                arguments(WireSchema.PIPELINE_FORECAST, "tree", Tree.values()),
                arguments(WireSchema.PIPELINE_FORECAST, "periodKind", PeriodRole.values()),
                arguments(WireSchema.ALERT, "delivery", AlertHandling.Delivery.values()),
                arguments(WireSchema.ALERT, "status", Alert.Status.values()),
                arguments(WireSchema.ALERT, "resolution", Alert.Resolution.values()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("enums")
    void constantsStandAsTheSymbolsDo(WireSchema wire, String field, Enum<?>[] constants) {
        assertThat(symbols(wire.schema.getField(field).schema()))
                .containsExactlyElementsOf(Arrays.stream(constants).map(Enum::name).toList());
    }

    private static Iterable<String> symbols(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().get(1).getEnumSymbols()
                : schema.getEnumSymbols();
    }
}
