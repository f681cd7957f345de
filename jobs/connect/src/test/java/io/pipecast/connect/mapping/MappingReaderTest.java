package io.pipecast.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingReaderTest {
    private static final String DEALS =
            """
            source: crm
            format: csv
            rows: deals
            time: date
            currency: USD
            finalColumns: [stage, closed, value]
            always: {opportunityId: id}
            rules:
              - name: created
                emit: opportunity
                set: {operation: {constant: CREATE}, occurredAt: opened, %s}
              - name: won
                when: {column: stage, equals: Won}
                emit: opportunity
                set: {operation: {constant: UPDATE}, occurredAt: closed, stage: stage, amount: value}
            """;

    @Test
    void findsEveryProblemAtOnce() {
        List<String> problems =
                problems(
                        """
                        source: crm
                        format: xml
                        rows: events
                        zon: UTC
                        zone: Mars/Base
                        rules:
                          - name: a
                            emit: opportunity
                            when: {column: type, equal: x}
                            set:
                              opportunityId: id
                              occurredAt: {column: t, time: foo bar}
                              operation: {constant: CREATE}
                              stag: x
                              stage: {column: s, map: nope}
                        """);

        assertThat(problems)
                .containsExactlyInAnyOrder(
                        "zone must be a time zone, was Mars/Base",
                        "format must be one of jsonl, csv, was xml",
                        "zon is not a known key here",
                        "rules[0].when must have one of equals, in and present",
                        "rules[0].when.equal is not a known key here",
                        "rules[0].set.occurredAt.time must be instant, local, date, epoch-millis,"
                                + " epoch-seconds or a pattern, was foo bar",
                        "rules[0].set.stag is not a field of opportunity",
                        "rules[0].set.stage.map must be one of [], was \"nope\"");
    }

    @Test
    void saysWhichRequiredFieldsAreMissing() {
        assertThat(
                        problems(
                                """
                                source: crm
                                format: csv
                                rows: events
                                rules:
                                  - name: a
                                    emit: activity
                                    set: {opportunityId: id}
                                """))
                .containsExactly(
                        "rules[0].set.occurredAt is required of activity",
                        "rules[0].set.kind is required of activity",
                        "rules[0].set.direction is required of activity",
                        "rules[0].set.status is required of activity");
    }

    @Test
    void acceptsFinalColumnsInTheClosingOnly() {
        Mapping mapping = MappingReader.parse("mapping.yaml", DEALS.formatted("owner: rep"));

        assertThat(mapping.rules()).extracting(Rule::name).containsExactly("created", "won");
        assertThat(mapping.finalColumns()).containsExactly("stage", "closed", "value");
    }

    @Test
    void refusesAFinalColumnInARuleOfAnEarlierTime() {
        assertThat(problems(DEALS.formatted("amount: value")))
                .containsExactly(
                        "rule created: column value is one of finalColumns and must not be used by"
                                + " a rule whose time is not final, was opened");
    }

    @Test
    void refusesAFinalColumnAsTheKeyOfAJoin() {
        String join =
                "product: {column: p, map: {values: 1}}, owner: {file: f, column: c, key: stage}";
        String yaml =
                DEALS.formatted(join)
                        .replace("rules:", "files: {f: {path: f.csv, key: k}}\nrules:");

        assertThat(problems(yaml))
                .containsExactly(
                        "rule created: column stage is one of finalColumns and must not be used by"
                                + " a rule whose time is not final, was opened");
    }

    @Test
    void refusesAnAmountWithoutACurrency() {
        assertThat(problems(DEALS.formatted("owner: rep").replace("currency: USD\n", "")))
                .containsExactly(
                        "rule won: amount needs a currency, set there or for the whole mapping");
    }

    @Test
    void refusesConstantsTheFieldCannotHave() {
        String yaml = DEALS.formatted("outcome: {constant: MAYBE}");

        assertThat(problems(yaml))
                .containsExactly("rule created: outcome must be one of OPEN, WON, LOST, was MAYBE");
    }

    @Test
    void refusesRulesOfTheSameNameAndOfUnknownFiles() {
        String yaml =
                DEALS.formatted("owner: rep").replace("name: won", "name: created\n    from: x");

        assertThat(problems(yaml))
                .containsExactly(
                        "rules must have different names, created is used twice",
                        "rule created: from must be input or one of [], was x",
                        "rule created: from must be input for opportunity records, was x");
    }

    @Test
    void saysWhereTextIsNoYaml() {
        assertThat(problems("source: crm\nrules: [a, b\n"))
                .singleElement()
                .asString()
                .startsWith("must be YAML at line ");
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(
                        MappingException.class, () -> MappingReader.parse("mapping.yaml", yaml))
                .problems();
    }
}
