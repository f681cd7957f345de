package io.pipecast.connect.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the rows of a source become events: the checked content of a {@code mapping.yaml}.
 *
 * @param source feed name; part of every event id
 * @param format of the imported files
 * @param rows whether a row is one event or one deal
 * @param delimiter between columns of a CSV
 * @param currency of amounts whose rule names none, or null
 * @param numbers how decimal numbers are written
 * @param finalColumns columns only a deal's last row knows; kept out of everything that happened
 *     before the closing
 * @param files further files by name
 * @param rules in the order in which they are tried
 * @param derivedUsers how owners without a user record become users, or null
 */
public record Mapping(
        String source,
        Format format,
        Rows rows,
        char delimiter,
        String currency,
        Numbers numbers,
        Set<String> finalColumns,
        Map<String, FurtherFile> files,
        List<Rule> rules,
        DerivedUsers derivedUsers) {
    /** File formats. */
    public enum Format {
        JSONL,
        CSV
    }

    /** What a row is. */
    public enum Rows {
        /** One event: the first rule whose conditions hold says which. */
        EVENTS,
        /** One deal as it stands: every rule whose conditions hold emits a step of its way. */
        DEALS
    }

    /**
     * How decimal numbers are written.
     *
     * @param decimal mark before the fraction
     * @param grouping mark between thousands, or 0 for none
     */
    public record Numbers(char decimal, char grouping) {
        /** A number of the source in plain notation. */
        public String plain(String text) {
            String digits = grouping == 0 ? text : text.replace(String.valueOf(grouping), "");
            return decimal == '.' ? digits : digits.replace(decimal, '.');
        }
    }

    /**
     * A user record for every owner nobody stated: emitted where the owner is first seen.
     *
     * @param name display name; {@code {id}} stands for the id
     * @param parent manager of all of them, or null
     * @param territory of all of them, or null
     */
    public record DerivedUsers(String name, String parent, String territory) {}

    /** Rules over the input, in order. */
    public List<Rule> inputRules() {
        return rules.stream().filter(rule -> rule.from().equals(Rule.INPUT)).toList();
    }
}
