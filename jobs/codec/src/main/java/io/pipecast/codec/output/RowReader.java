package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the fields of output rows in the order of the schemas in force. */
final class RowReader {
    private static final Outcome[] OUTCOMES = Outcome.values();
    private static final ForecastCategory[] CATEGORIES = ForecastCategory.values();
    private static final DealType[] DEAL_TYPES = DealType.values();
    private static final Tree[] TREES = Tree.values();
    private static final PipelineForecast.PeriodRole[] ROLES = PipelineForecast.PeriodRole.values();

    private static final ModelPublished.Role[] MODEL_ROLES = ModelPublished.Role.values();
    private static final ModelStatus.State[] MODEL_STATES = ModelStatus.State.values();

    private RowReader() {}

    static DealForecast deal(WireReader in) throws IOException {
        return new DealForecast(
                in.text(),
                in.number(),
                in.number(),
                in.truth(),
                in.optionalText(),
                in.optionalWord(),
                in.optionalWord(),
                in.symbol(OUTCOMES),
                in.optionalWord(),
                in.optionalWord(),
                in.optionalWord(),
                in.optionalNumber(),
                in.optionalWord(),
                in.optionalNumber(),
                in.optionalInteger(),
                in.optionalSymbol(CATEGORIES),
                in.optionalSymbol(DEAL_TYPES),
                in.optionalText(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.optionalReal(),
                in.optionalReal(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.integer(),
                in.optionalNumber(),
                in.optionalNumber(),
                integers(in),
                in.integer(),
                in.word(),
                in.truth(),
                changes(in),
                Why.read(in));
    }

    private static int[] integers(WireReader in) throws IOException {
        List<Integer> values = new ArrayList<>();
        in.each(() -> values.add(in.integer()));
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<DealForecast.Change> changes(WireReader in) throws IOException {
        List<DealForecast.Change> changes = new ArrayList<>();
        in.each(() -> changes.add(new DealForecast.Change(in.number(), in.word(), in.word())));
        return changes;
    }

    static PipelineForecast pipeline(WireReader in) throws IOException {
        return new PipelineForecast(
                in.number(),
                in.integer(),
                in.symbol(TREES),
                in.word(),
                in.optionalWord(),
                in.optionalWord(),
                in.integer(),
                in.word(),
                in.symbol(ROLES),
                in.integer(),
                in.integer(),
                in.number(),
                in.truth(),
                in.number(),
                in.word(),
                in.word(),
                quantities(in),
                in.texts());
    }

    private static long[] quantities(WireReader in) throws IOException {
        long[] values = new long[Quantity.values().length];
        Arrays.fill(values, Quantity.MISSING);
        for (Quantity quantity : WireQuantities.ORDER) {
            values[quantity.ordinal()] = in.optionalNumber();
        }
        return values;
    }

    static Rejection rejection(WireReader in) throws IOException {
        return new Rejection(
                in.word(),
                in.optionalWord(),
                in.text(),
                in.word(),
                in.number(),
                in.optionalNumber(),
                in.bytes(),
                in.number());
    }

    static FeedStatus feed(WireReader in) throws IOException {
        return new FeedStatus(in.word(), in.number(), in.number(), in.number(), in.number());
    }

    static ModelStatus model(WireReader in) throws IOException {
        return new ModelStatus(
                in.number(),
                in.number(),
                in.symbol(MODEL_ROLES),
                in.symbol(MODEL_STATES),
                in.optionalText(),
                in.optionalNumber(),
                in.word(),
                in.number(),
                in.number(),
                in.word(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.reals());
    }
}
