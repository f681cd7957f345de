package io.pipecast.e2e.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.common.functions.AbstractRichFunction;
import org.apache.flink.streaming.api.operators.StreamOperator;

/** The house as ARCHITECTURE has it: who may know whom, where time and chance come in. */
@AnalyzeClasses(packages = "io.pipecast", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String DOMAIN = "io.pipecast.domain..";
    private static final String MODEL = "io.pipecast.model..";
    private static final String CODEC = "io.pipecast.codec..";
    private static final String STREAMING = "io.pipecast.streaming..";
    private static final String TRAINING = "io.pipecast.training..";
    private static final String CONNECT = "io.pipecast.connect..";
    private static final String SIMULATOR = "io.pipecast.simulator..";
    private static final String BOARD = "io.pipecast.board..";
    private static final String APP = "io.pipecast.app..";
    private static final String BENCH = "io.pipecast.bench..";
    private static final String TESTKIT = "io.pipecast.testkit..";

    private static final Set<String> CLOCKS =
            Set.of(
                    Instant.class.getName() + ".now",
                    LocalDate.class.getName() + ".now",
                    LocalDateTime.class.getName() + ".now",
                    ZonedDateTime.class.getName() + ".now",
                    OffsetDateTime.class.getName() + ".now",
                    Clock.class.getName() + ".systemUTC",
                    Clock.class.getName() + ".systemDefaultZone",
                    System.class.getName() + ".currentTimeMillis");

    private static final Set<String> CHANCE =
            Set.of(
                    Math.class.getName() + ".random",
                    ThreadLocalRandom.class.getName() + ".current",
                    UUID.class.getName() + ".randomUUID");

    @ArchTest
    static final ArchRule domainKnowsTheJdkAlone =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(DOMAIN, "java..");

    @ArchTest
    static final ArchRule modelKnowsDomainAndTheJdkAlone =
            classes()
                    .that()
                    .resideInAPackage(MODEL)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(MODEL, DOMAIN, "java..");

    @ArchTest
    static final ArchRule codecKnowsNoEngineAndNobodyAbove =
            noClasses()
                    .that()
                    .resideInAPackage(CODEC)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.flink..",
                            "org.apache.kafka..",
                            STREAMING,
                            TRAINING,
                            CONNECT,
                            SIMULATOR,
                            BOARD,
                            APP);

    @ArchTest
    static final ArchRule streamingKnowsNoOtherRoomOfItsFloor =
            apart(STREAMING, TRAINING, CONNECT, SIMULATOR, BOARD, APP);

    @ArchTest
    static final ArchRule trainingKnowsNoOtherRoomOfItsFloor =
            apart(TRAINING, CONNECT, SIMULATOR, BOARD, APP);

    @ArchTest
    static final ArchRule connectKnowsNoOtherRoomOfItsFloor =
            apart(CONNECT, STREAMING, TRAINING, SIMULATOR, BOARD, APP);

    @ArchTest
    static final ArchRule boardKnowsNoOtherRoomOfItsFloor =
            apart(BOARD, STREAMING, TRAINING, CONNECT, SIMULATOR, APP);

    @ArchTest
    static final ArchRule theSimulatorSharesNothingWithTheModelItIsToTest =
            apart(SIMULATOR, MODEL, STREAMING, TRAINING, CONNECT, BOARD, APP);

    @ArchTest
    static final ArchRule nothingShippedKnowsTestsOrBenchmarks =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(TESTKIT, BENCH)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(TESTKIT, BENCH, "org.junit..", "org.assertj..");

    @ArchTest
    static final ArchRule smileStaysInOnePackageOfTraining =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.pipecast.training.smile..", BENCH)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("smile..");

    @ArchTest
    static final ArchRule timeComesInByTheDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(APP, BOARD, BENCH, TESTKIT)
                    .should()
                    .callCodeUnitWhere(calls(CLOCKS));

    @ArchTest
    static final ArchRule chanceComesInByTheDoor =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(APP, BOARD, BENCH, TESTKIT)
                    .should()
                    .callCodeUnitWhere(calls(CHANCE))
                    .orShould()
                    .callConstructor(Random.class);

    @ArchTest
    static final ArchRule operatorsAreFinalAndInOneRoom =
            classes()
                    .that()
                    .areAssignableTo(StreamOperator.class)
                    .or()
                    .areAssignableTo(AbstractRichFunction.class)
                    .should()
                    .resideInAPackage("io.pipecast.streaming.operators..")
                    .andShould()
                    .haveModifier(JavaModifier.FINAL);

    private static ArchRule apart(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others);
    }

    private static DescribedPredicate<JavaCall<?>> calls(Set<String> methods) {
        return describe(
                "one of " + methods,
                call ->
                        methods.contains(
                                call.getTargetOwner().getName()
                                        + "."
                                        + call.getTarget().getName()));
    }
}
