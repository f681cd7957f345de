package io.pipecast.streaming.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.Company;
import io.pipecast.testkit.Golden;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/**
 * The job as a graph. A changed golden file means a changed topology: savepoints may not restore.
 */
class JobGraphTest {
    @Test
    void theLiveGraphIsTheGoldenOne() {
        Golden.assertMatches("forecast-live.txt", text(live().getStreamGraph(false)));
    }

    @Test
    void theReplayGraphIsTheGoldenOne() {
        Golden.assertMatches("forecast-replay.txt", text(replay().getStreamGraph(false)));
    }

    @Test
    void theEvaluationsGraphIsTheGoldenOne() {
        Golden.assertMatches("evaluate-live.txt", text(evaluate().getStreamGraph(false)));
    }

    @Test
    void allBuildWithoutKryoAndWithoutGeneratedIdentities() {
        for (StreamExecutionEnvironment env : List.of(live(), replay(), evaluate())) {
            assertThat(env.getConfiguration().get(PipelineOptions.GENERIC_TYPES)).isFalse();
            assertThat(env.getConfiguration().get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
            assertThat(env.getStreamGraph(false).getJobGraph().getNumberOfVertices()).isPositive();
        }
    }

    @Test
    void noTwoOperatorsShareAnIdentity() {
        for (StreamExecutionEnvironment env : List.of(live(), replay(), evaluate())) {
            Set<String> seen = new HashSet<>();
            for (StreamNode node : env.getStreamGraph(false).getStreamNodes()) {
                assertThat(node.getTransformationUID()).as("uid of %s", node).isNotBlank();
                assertThat(seen.add(node.getTransformationUID())).as("%s once", node).isTrue();
            }
        }
    }

    private static StreamExecutionEnvironment live() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
        LiveJob.wire(env, PipecastConfig.parse(Company.YAML));
        return env;
    }

    private static StreamExecutionEnvironment evaluate() {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
        EvaluateJob.wire(env, PipecastConfig.parse(Company.YAML));
        return env;
    }

    private static StreamExecutionEnvironment replay() {
        return ReplayJob.wire(
                Path.of("events.jsonl"), Company.replay(), Long.MAX_VALUE, 2, Path.of("out"));
    }

    /** Operators with identity and parallelism, then the edges between them. */
    private static String text(StreamGraph graph) {
        StringBuilder text = new StringBuilder();
        List<StreamNode> nodes =
                graph.getStreamNodes().stream()
                        .sorted(Comparator.comparing(JobGraphTest::name))
                        .toList();
        for (StreamNode node : nodes) {
            text.append(name(node)).append(" x").append(node.getParallelism()).append('\n');
        }
        text.append('\n');
        for (StreamNode node : nodes) {
            node.getOutEdges().stream()
                    .map(edge -> edge(node, edge, graph))
                    .sorted()
                    .forEach(text::append);
        }
        return text.toString();
    }

    private static String name(StreamNode node) {
        return node.getTransformationUID();
    }

    private static String edge(StreamNode from, StreamEdge edge, StreamGraph graph) {
        String side = edge.getOutputTag() == null ? "" : " [" + edge.getOutputTag().getId() + "]";
        return name(from)
                + side
                + " --"
                + edge.getPartitioner()
                + "--> "
                + name(graph.getStreamNode(edge.getTargetId()))
                + "\n";
    }
}
