package io.pipecast.streaming.serialization;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.operators.LeafDelta;
import io.pipecast.streaming.operators.Steering;
import io.pipecast.streaming.track.StakeChange;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * Types of everything that crosses an edge. Output rows travel in their wire form: what is
 * published is what was computed.
 */
public final class RowTypes {
    public static final TypeInformation<DealEvent> EVENT =
            new HotType<>(DealEvent.class, DealEventSerializer.INSTANCE);
    public static final TypeInformation<Steering> STEERING =
            new HotType<>(Steering.class, SteeringSerializer.INSTANCE);
    public static final TypeInformation<StakeChange> STAKE =
            new HotType<>(StakeChange.class, StakeChangeSerializer.INSTANCE);
    public static final TypeInformation<LeafDelta> LEAF =
            new HotType<>(LeafDelta.class, LeafDeltaSerializer.INSTANCE);
    public static final TypeInformation<DealForecast> DEAL =
            new HotType<>(DealForecast.class, new Deals());
    public static final TypeInformation<PipelineForecast> PIPELINE =
            new HotType<>(PipelineForecast.class, new Pipelines());
    public static final TypeInformation<Alert> ALERT = new HotType<>(Alert.class, new Alerts());
    public static final TypeInformation<Rejection> REJECTION =
            new HotType<>(Rejection.class, new Rejections());
    public static final TypeInformation<FeedStatus> FEED =
            new HotType<>(FeedStatus.class, new Feeds());
    public static final TypeInformation<ModelStatus> MODEL =
            new HotType<>(ModelStatus.class, new Models());

    private RowTypes() {}

    /** {@link DealForecast} rows. */
    public static final class Deals extends RowSerializer<DealForecast> {
        private static final long serialVersionUID = 1L;

        @Override
        public Deals duplicate() {
            return new Deals();
        }

        @Override
        byte[] encode(DealForecast row) {
            return RowAvro.encode(row);
        }

        @Override
        DealForecast decode(byte[] bytes, RowDecoder rows) {
            return rows.deal(bytes);
        }

        @Override
        public TypeSerializerSnapshot<DealForecast> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<DealForecast> {
            public Snapshot() {
                super(Deals::new);
            }
        }
    }

    /** {@link PipelineForecast} rows. */
    public static final class Pipelines extends RowSerializer<PipelineForecast> {
        private static final long serialVersionUID = 1L;

        @Override
        public Pipelines duplicate() {
            return new Pipelines();
        }

        @Override
        byte[] encode(PipelineForecast row) {
            return RowAvro.encode(row);
        }

        @Override
        PipelineForecast decode(byte[] bytes, RowDecoder rows) {
            return rows.pipeline(bytes);
        }

        @Override
        public TypeSerializerSnapshot<PipelineForecast> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<PipelineForecast> {
            public Snapshot() {
                super(Pipelines::new);
            }
        }
    }

    /** {@link Alert} rows. */
    public static final class Alerts extends RowSerializer<Alert> {
        private static final long serialVersionUID = 1L;

        @Override
        public Alerts duplicate() {
            return new Alerts();
        }

        @Override
        byte[] encode(Alert row) {
            return RowAvro.encode(row);
        }

        @Override
        Alert decode(byte[] bytes, RowDecoder rows) {
            return rows.alert(bytes);
        }

        @Override
        public TypeSerializerSnapshot<Alert> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Alert> {
            public Snapshot() {
                super(Alerts::new);
            }
        }
    }

    /** {@link Rejection} rows. */
    public static final class Rejections extends RowSerializer<Rejection> {
        private static final long serialVersionUID = 1L;

        @Override
        public Rejections duplicate() {
            return new Rejections();
        }

        @Override
        byte[] encode(Rejection row) {
            return RowAvro.encode(row);
        }

        @Override
        Rejection decode(byte[] bytes, RowDecoder rows) {
            return rows.rejection(bytes);
        }

        @Override
        public TypeSerializerSnapshot<Rejection> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<Rejection> {
            public Snapshot() {
                super(Rejections::new);
            }
        }
    }

    /** {@link FeedStatus} rows. */
    public static final class Feeds extends RowSerializer<FeedStatus> {
        private static final long serialVersionUID = 1L;

        @Override
        public Feeds duplicate() {
            return new Feeds();
        }

        @Override
        byte[] encode(FeedStatus row) {
            return RowAvro.encode(row);
        }

        @Override
        FeedStatus decode(byte[] bytes, RowDecoder rows) {
            return rows.feed(bytes);
        }

        @Override
        public TypeSerializerSnapshot<FeedStatus> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<FeedStatus> {
            public Snapshot() {
                super(Feeds::new);
            }
        }
    }

    /** {@link ModelStatus} rows. */
    public static final class Models extends RowSerializer<ModelStatus> {
        private static final long serialVersionUID = 1L;

        @Override
        public Models duplicate() {
            return new Models();
        }

        @Override
        byte[] encode(ModelStatus row) {
            return RowAvro.encode(row);
        }

        @Override
        ModelStatus decode(byte[] bytes, RowDecoder rows) {
            return rows.model(bytes);
        }

        @Override
        public TypeSerializerSnapshot<ModelStatus> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<ModelStatus> {
            public Snapshot() {
                super(Models::new);
            }
        }
    }
}
