package io.pipecast.codec.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String TOKEN = TokenHash.newToken(RANDOM);
    private static final TokenHash HASH = TokenHash.of(TOKEN, RANDOM);

    private static AccessSettings access(String yaml) {
        return PipecastConfig.parse(yaml).board().access();
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> PipecastConfig.parse(yaml))
                .problems();
    }

    @Test
    void aTokenIsKnownByItsHashAndByNothingElse() {
        TokenHash read = TokenHash.parse(HASH.toString());

        assertThat(TOKEN).matches("pipecast-[A-Za-z0-9_-]{43}");
        assertThat(read.isOf(TOKEN)).isTrue();
        assertThat(read.isOf(TOKEN + "x")).isFalse();
        assertThat(read.isOf(TokenHash.newToken(RANDOM))).isFalse();
        assertThat(TokenHash.of(TOKEN, RANDOM)).isNotEqualTo(HASH);
        assertThat(HASH.toString()).doesNotContain(TOKEN.substring(9));
    }

    @Test
    void aTextThatSomebodyChoseIsNoTokenEvenWhereItsHashStands() {
        assertThat(TokenHash.of("summer2026", RANDOM).isOf("summer2026")).isFalse();
    }

    @Test
    void readsWhoMaySeeWhat() {
        AccessSettings read =
                access(
                        """
                        board:
                          access:
                            users:
                              - {name: Anna Berg, role: leader, tokens: ["%s"]}
                              - {name: Ben, role: rep, user: rep-1, tokens: ["%s", "%s"]}
                            repLabels: off
                            repsSeeChances: false
                        """
                                .formatted(
                                        HASH,
                                        TokenHash.of("a", RANDOM),
                                        TokenHash.of("b", RANDOM)));

        assertThat(read.isOpen()).isFalse();
        assertThat(read.users().get(0).tokens()).containsExactly(HASH);
        assertThat(read.users().get(1).role()).isEqualTo(BoardRole.REP);
        assertThat(read.users().get(1).user()).isEqualTo("rep-1");
        assertThat(read.repLabels()).isEqualTo(AccessSettings.RepLabels.OFF);
        assertThat(read.repsSeeChances()).isFalse();
        assertThat(read.refusals("0.0.0.0")).isEmpty();
    }

    @Test
    void whatIsWrittenDownOfAConfigurationHasNoSecret() {
        PipecastConfig config =
                PipecastConfig.parse(
                        """
                        kafka: {properties: {sasl.jaas.config: hunter2}}
                        board:
                          access:
                            pseudonymKey: a key that is secret
                            users: [{name: Anna Berg, role: rep, user: rep-1, tokens: ["%s"]}]
                        """
                                .formatted(HASH));

        assertThat(config.listing().toString()).doesNotContain("hunter2", "secret", "sha256");
        assertThat(config.listing())
                .containsEntry("kafka.producer", "{}")
                .containsEntry("zone", "UTC")
                .hasEntrySatisfying(
                        "board.access.users",
                        users ->
                                assertThat(users)
                                        .matches("Anna Berg rep rep-1 \\(tokens [0-9a-f]{8}\\)"))
                .hasEntrySatisfying(
                        "board.access.pseudonymKey",
                        key -> assertThat(key).matches("hidden [0-9a-f]{8}"));
    }

    @Test
    void whoMaySignInMustBeSaidUnlessNobodyHasTo() {
        assertThat(access("").refusals("127.0.0.1"))
                .singleElement()
                .asString()
                .startsWith("board.access.users must name who may sign in, was empty");
        assertThat(access("board: {access: {signIn: none}}").refusals("127.0.0.1")).isEmpty();
    }

    @Test
    void withoutSignInOnlyALoopbackAddressWillDo() {
        for (String host : List.of("localhost", "127.0.0.1", "127.8.0.2", "::1")) {
            assertThat(AccessSettings.OPEN.refusals(host)).as(host).isEmpty();
        }
        for (String host : List.of("0.0.0.0", "10.1.2.3", "127.0.0.1.example.com", "::")) {
            assertThat(problems("board: {host: '" + host + "', access: {signIn: none}}"))
                    .containsExactly(
                            "board.access.signIn must be token unless board.host is a loopback"
                                    + " address, was none on "
                                    + host);
        }
    }

    @Test
    void everyProblemIsNamedAtOnceAndNoSecretIsRepeated() {
        List<String> found =
                problems(
                        """
                        board:
                          access:
                            signIn: password
                            repLabels: pseudonymous
                            pseudonymKey: short
                            users:
                              - {name: Anna, role: boss, tokens: ["%1$s"]}
                              - {name: Anna, role: rep, tokens: ["%2$s"]}
                              - {nam: Ben, role: metrics, user: ben, tokens: []}
                        """
                                .formatted(TOKEN, HASH));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "board.access.signIn must be one of token, none, was password",
                        "board.access.pseudonymKey must have at least 16 characters where"
                                + " board.access.repLabels is pseudonymous, had 5",
                        "board.access.users[0].role must be one of leader, manager, rep, revops,"
                                + " metrics, was boss",
                        "board.access.users[0].tokens[0] must be a hash sha256:salt:hash of"
                                + " pipecast board token, was something else",
                        "board.access.users[1].user must be given for role rep, was missing",
                        "board.access.users must have different names, was Anna twice",
                        "board.access.users[2].nam is not an option, did you mean"
                                + " board.access.users[2].name?",
                        "board.access.users[2].name must be given, was missing",
                        "board.access.users[2].user must be missing for role metrics, was ben",
                        "board.access.users[2].tokens must be a list of at least one hash, was"
                                + " not");
    }
}
