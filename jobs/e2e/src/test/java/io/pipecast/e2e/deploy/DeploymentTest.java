package io.pipecast.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.streaming.jobs.EvaluateJobMain;
import io.pipecast.streaming.jobs.ForecastJobMain;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the deployment without an engine that runs it. */
class DeploymentTest {
    private static final Path ROOT = RealData.projectRoot();
    private static final Path COMPOSE = ROOT.resolve("deploy/compose/compose.yaml");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir private Path scratch;

    @Test
    void composeAcceptsItsFile() throws Exception {
        Tool.require("docker compose", scratch, "docker", "compose", "version");

        assertThat(Tool.says(scratch, "docker", "compose", "--file", COMPOSE.toString(), "config"))
                .contains("taskmanager");
    }

    @Test
    void kustomizeAcceptsItsDirectory() throws Exception {
        Tool.require("kubectl", scratch, "kubectl", "version", "--client");

        assertThat(Tool.says(scratch, "kubectl", "kustomize", path("deploy/kubernetes")))
                .contains("kind: FlinkDeployment", "kind: ConfigMap", "kind: Service");
    }

    @Test
    void alertmanagerAcceptsItsRoutes() throws Exception {
        Tool.require("amtool", scratch, "amtool", "--version");

        assertThat(
                        Tool.says(
                                scratch,
                                "amtool",
                                "check-config",
                                path("deploy/alertmanager/alertmanager.yml")))
                .contains("SUCCESS");
    }

    @Test
    void everyMountedFileIsInTheProject() throws IOException {
        List<String> sources = new ArrayList<>();
        for (JsonNode volume : services().findValues("volumes")) {
            volume.forEach(mount -> sources.add(mount.asText().split(":", -1)[0]));
        }
        assertThat(sources.stream().filter(source -> source.startsWith(".")))
                .hasSizeGreaterThan(5)
                .allSatisfy(source -> assertThat(COMPOSE.resolveSibling(source)).exists());
    }

    @Test
    void nothingListensBeyondThisMachine() throws IOException {
        List<String> ports = new ArrayList<>();
        for (JsonNode published : services().findValues("ports")) {
            published.forEach(port -> ports.add(port.asText()));
        }
        assertThat(ports).hasSize(6).allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void prometheusScrapesServicesThatAreThere() throws IOException {
        JsonNode config = yaml(ROOT.resolve("dashboards/prometheus/prometheus.yml"));
        List<String> hosts = new ArrayList<>();
        for (JsonNode targets : config.findValues("targets")) {
            targets.forEach(target -> hosts.add(target.asText().split(":", -1)[0]));
        }
        assertThat(hosts)
                .contains("board", "jobmanager", "taskmanager", "evaluate-jobmanager")
                .allMatch(host -> services().has(host));
    }

    @Test
    void imagesAreOfTheVersionsTheBuildUses() throws IOException {
        String pom = Files.readString(ROOT.resolve("pom.xml"));
        String dockerfile = Files.readString(ROOT.resolve("deploy/Dockerfile"));
        String flink = property(pom, "flink.version");

        assertThat(dockerfile).contains("FROM flink:" + flink + "-java17");
        assertThat(services().at("/kafka/image").asText())
                .isEqualTo("apache/kafka:" + property(pom, "kafka.version"));
        assertThat(Files.readString(ROOT.resolve("deploy/kubernetes/job.yaml")))
                .contains("flinkVersion: v" + flink.replaceAll("\\.\\d+$", "").replace('.', '_'));
    }

    @Test
    void eachJobIsStartedByItsMainClass() throws IOException {
        startedBy(ForecastJobMain.class, "jobmanager", "job.yaml");
        startedBy(EvaluateJobMain.class, "evaluate-jobmanager", "evaluate.yaml");
    }

    private static void startedBy(Class<?> main, String service, String manifest)
            throws IOException {
        assertThat(services().path(service).path("command").toString())
                .contains('"' + main.getName() + '"');
        assertThat(Files.readString(ROOT.resolve("deploy/kubernetes").resolve(manifest)))
                .contains("entryClass: " + main.getName());
        assertThat(Files.readString(ROOT.resolve("deploy/kubernetes/kustomization.yaml")))
                .contains("  - " + manifest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy/compose/pipecast.yaml", "deploy/kubernetes/pipecast.yaml"})
    void configurationsAreValidAndReachableFromOtherContainers(String file) {
        PipecastConfig config = PipecastConfig.load(ROOT.resolve(file));

        assertThat(config.board().host()).isEqualTo("0.0.0.0");
        assertThat(config.kafka().bootstrapServers()).doesNotContain("localhost");
    }

    private static String property(String pom, String name) {
        Matcher found = Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static String path(String inProject) {
        return ROOT.resolve(inProject).toString();
    }

    private static JsonNode services() {
        return yaml(COMPOSE).path("services");
    }

    private static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
