package io.pipecast.streaming.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.domain.alert.AlertBook;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.OpenAlert;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.Fact;
import io.pipecast.model.rollup.CellGrid;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.Samples;
import io.pipecast.streaming.operators.Steering;
import io.pipecast.streaming.track.DealState;
import io.pipecast.testkit.ForAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HotSerializerTest {
    /** A serializer, and where its values come from. */
    private record Subject<T>(HotSerializer<T> serializer, Function<Random, T> values) {
        @Override
        public String toString() {
            return serializer.getClass().getSimpleName();
        }
    }

    static List<Subject<?>> subjects() {
        return List.of(
                new Subject<>(DealEventSerializer.INSTANCE, HotSerializerTest::event),
                new Subject<>(DealStateSerializer.INSTANCE, HotSerializerTest::state),
                new Subject<>(LeafDeltaSerializer.INSTANCE, Samples::delta),
                new Subject<>(StakeChangeSerializer.INSTANCE, Samples::change),
                new Subject<>(
                        SteeringSerializer.INSTANCE,
                        random -> Samples.steering(random).get(random.nextInt(6))),
                new Subject<>(DealCaseSerializer.INSTANCE, Rows::dealCase),
                new Subject<>(ManagerWeekSerializer.INSTANCE, Rows::managerWeek),
                new Subject<>(TeamBookSerializer.INSTANCE, Rows::teamBook),
                new Subject<>(FeedBookSerializer.INSTANCE, Rows::feedBook),
                new Subject<>(new RowTypes.Deals(), Rows::deal),
                new Subject<>(new RowTypes.Pipelines(), Rows::pipeline),
                new Subject<>(new RowTypes.Alerts(), Rows::alert),
                new Subject<>(new RowTypes.Rejections(), Rows::rejection),
                new Subject<>(new RowTypes.Feeds(), Rows::feed),
                new Subject<>(new RowTypes.Models(), Rows::model),
                new Subject<>(JudgementSerializer.INSTANCE, HealthRows::judgement),
                new Subject<>(new HealthTypes.Scores(), HealthRows::score),
                new Subject<>(new HealthTypes.Healths(), HealthRows::health));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void readsBackWhatItWrote(Subject<T> subject) {
        ForAll.seeds(
                200,
                random -> {
                    T value = subject.values.apply(random);
                    assertEqual(read(subject.serializer, bytes(subject.serializer, value)), value);
                });
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void copiesAreEqualAndOneRecordLong(Subject<T> subject) {
        ForAll.seeds(
                50,
                random -> {
                    T value = subject.values.apply(random);
                    assertEqual(subject.serializer.copy(value), value);
                    byte[] written = bytes(subject.serializer, value);
                    assertEqual(
                            read(subject.serializer, copied(subject.serializer, written)), value);
                });
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void aRestoredSnapshotReadsOldState(Subject<T> subject) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(
                out, subject.serializer.snapshotConfiguration());
        TypeSerializerSnapshot<T> restored =
                TypeSerializerSnapshot.readVersionedSnapshot(
                        new DataInputDeserializer(out.getCopyOfBuffer()),
                        getClass().getClassLoader());

        T value = subject.values.apply(new Random(7));
        assertEqual(read(restored.restoreSerializer(), bytes(subject.serializer, value)), value);
        assertThat(
                        subject.serializer
                                .snapshotConfiguration()
                                .resolveSchemaCompatibility(restored)
                                .isCompatibleAsIs())
                .isTrue();
        assertThat(subject.serializer.duplicate()).isEqualTo(subject.serializer);
    }

    @ParameterizedTest
    @MethodSource("subjects")
    <T> void refusesAVersionItDoesNotKnow(Subject<T> subject) {
        byte[] bytes = bytes(subject.serializer, subject.values.apply(new Random(3)));
        bytes[0] = (byte) (subject.serializer.version() + 1);
        assertThatThrownBy(() -> subject.serializer.deserialize(new DataInputDeserializer(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("reads versions 1 to " + subject.serializer.version());
    }

    @Test
    void aModelOfTheFirstVersionIsOneToForecastWith() {
        Steering model = Samples.steering(new Random(5)).get(1);
        byte[] second = bytes(SteeringSerializer.INSTANCE, model);
        byte[] first = Arrays.copyOf(second, second.length - 1 - Long.BYTES);
        first[0] = 1;

        ModelPublished read = read(SteeringSerializer.INSTANCE, first).model();

        assertThat(read.document()).isEqualTo(model.model().document());
        assertThat(read.role()).isEqualTo(ModelPublished.Role.CHAMPION);
        assertThat(read.restores()).isEqualTo(ModelPublished.NONE);
    }

    @Test
    void anEventMayStateAnyNumberOfFacts() {
        Fact[] facts = new Fact[1000];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = new Fact(1, 1, 1, 1, DealField.MEASURE, i, "measure-" + i);
        }
        DealEvent event = new DealEvent("D", "crm", facts);
        assertEqual(
                read(DealEventSerializer.INSTANCE, bytes(DealEventSerializer.INSTANCE, event)),
                event);
    }

    @Test
    void everySerializerOfThePackageIsAmongTheSubjects() throws Exception {
        TreeSet<String> tested = new TreeSet<>();
        subjects().forEach(subject -> tested.add(subject.serializer.getClass().getName()));
        assertThat(tested).isEqualTo(serializers());
    }

    private static TreeSet<String> serializers() throws Exception {
        Path classes =
                Path.of(
                        HotSerializer.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        TreeSet<String> found = new TreeSet<>();
        String prefix = HotSerializer.class.getPackageName();
        try (Stream<Path> files = Files.list(classes.resolve(prefix.replace('.', '/')))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(prefix + "." + name);
                boolean concrete = !java.lang.reflect.Modifier.isAbstract(type.getModifiers());
                if (concrete && HotSerializer.class.isAssignableFrom(type)) {
                    found.add(type.getName());
                }
            }
        }
        return found;
    }

    private static DealEvent event(Random random) {
        List<DealEvent> events = Company.deals(random, 3);
        return events.get(random.nextInt(events.size()));
    }

    private static DealState state(Random random) {
        DealState made = Samples.state(random);
        List<OpenAlert> open = new ArrayList<>();
        for (AlertRule rule : AlertRule.values()) {
            if (rule.about == AlertSubject.Kind.DEAL && random.nextBoolean()) {
                open.add(
                        new OpenAlert(
                                rule,
                                random.nextLong(),
                                2,
                                random.nextLong(),
                                9,
                                random.nextInt(),
                                "learned",
                                random.nextBoolean() ? null : "Proposal",
                                null,
                                random.nextLong(),
                                random.nextBoolean()));
            }
        }
        long[] memory = random.longs(5, 0, 1000).toArray();
        AlertBook book = new AlertBook(open, random.nextLong(), random.nextInt(50), memory);
        DealState state = new DealState(made.history, book);
        state.settledTo = made.settledTo;
        state.settledStake = made.settledStake;
        state.settledModel = made.settledModel;
        state.liveStake = made.liveStake;
        state.liveFacts = made.liveFacts;
        state.liveModel = made.liveModel;
        state.armed = made.armed;
        state.tombstone = made.tombstone;
        return state;
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.serialize(value, out);
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> byte[] copied(TypeSerializer<T> serializer, byte[] bytes) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(64);
            serializer.copy(new DataInputDeserializer(bytes), out);
            return out.getCopyOfBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T read(TypeSerializer<T> serializer, byte[] bytes) {
        try {
            DataInputDeserializer in = new DataInputDeserializer(bytes);
            T value = serializer.deserialize(in);
            assertThat(in.available()).as("bytes left unread").isZero();
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Field by field; what has a layout of its own by what it holds. */
    private static <T> void assertEqual(T actual, T expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
                .withEqualsForType((a, b) -> cells(a).equals(cells(b)), CellGrid.class)
                .withEqualsForType((a, b) -> facts(a).equals(facts(b)), DealHistory.class)
                .withEqualsForType(
                        (a, b) ->
                                a.openAlerts().equals(b.openAlerts())
                                        && a.settledTo() == b.settledTo()
                                        && a.version() == b.version(),
                        AlertBook.class)
                .isEqualTo(expected);
    }

    private static List<String> cells(CellGrid grid) {
        List<String> cells = new ArrayList<>();
        grid.forEach(
                (cell, n, amount, chance) ->
                        cells.add(cell + ":" + n + ":" + amount + ":" + chance));
        cells.sort(String::compareTo);
        return cells;
    }

    private static List<String> facts(DealHistory history) {
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Fact fact = history.fact(i);
            facts.add(
                    fact
                            + " "
                            + fact.recordedAt
                            + " "
                            + fact.eventHash
                            + " "
                            + Objects.hashCode(fact.text));
        }
        return facts;
    }
}
