package io.pipecast.streaming.serialization;

import io.pipecast.codec.output.HealthAvro;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.streaming.operators.Judgement;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/** Types of what models are watched by. Rows travel in their wire form. */
public final class HealthTypes {
    public static final TypeInformation<DealScore> SCORE =
            new HotType<>(DealScore.class, new Scores());
    public static final TypeInformation<ModelHealth> HEALTH =
            new HotType<>(ModelHealth.class, new Healths());
    public static final TypeInformation<Judgement> JUDGEMENT =
            new HotType<>(Judgement.class, JudgementSerializer.INSTANCE);

    private HealthTypes() {}

    /** {@link DealScore} rows. */
    public static final class Scores extends RowSerializer<DealScore> {
        private static final long serialVersionUID = 1L;

        private transient HealthAvro reader;

        @Override
        public Scores duplicate() {
            return new Scores();
        }

        @Override
        byte[] encode(DealScore row) {
            return HealthAvro.encode(row);
        }

        @Override
        DealScore decode(byte[] bytes, RowDecoder rows) {
            reader = reader == null ? new HealthAvro() : reader;
            return reader.score(bytes);
        }

        @Override
        public TypeSerializerSnapshot<DealScore> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<DealScore> {
            public Snapshot() {
                super(Scores::new);
            }
        }
    }

    /** {@link ModelHealth} rows. */
    public static final class Healths extends RowSerializer<ModelHealth> {
        private static final long serialVersionUID = 1L;

        private transient HealthAvro reader;

        @Override
        public Healths duplicate() {
            return new Healths();
        }

        @Override
        byte[] encode(ModelHealth row) {
            return HealthAvro.encode(row);
        }

        @Override
        ModelHealth decode(byte[] bytes, RowDecoder rows) {
            reader = reader == null ? new HealthAvro() : reader;
            return reader.health(bytes);
        }

        @Override
        public TypeSerializerSnapshot<ModelHealth> snapshotConfiguration() {
            return new Snapshot();
        }

        /** Written with every state that holds the type. */
        public static final class Snapshot extends SimpleTypeSerializerSnapshot<ModelHealth> {
            public Snapshot() {
                super(Healths::new);
            }
        }
    }
}
