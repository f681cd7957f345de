package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.Condition;
import io.pipecast.connect.mapping.FieldType;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Rule;
import io.pipecast.connect.mapping.Target;
import io.pipecast.connect.mapping.TargetField;
import io.pipecast.connect.mapping.Value;
import io.pipecast.connect.rows.Row;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.StageTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes events of rows as a mapping says. A row gives all of its events or is refused whole. The
 * event id is the hash of source and record, and of the rule where a row gives several; the order
 * key is the position of the record, with room for the events of a row.
 */
public final class RowMapper {
    /** Order keys from one record to the next. */
    static final int KEYS_PER_ROW = 64;

    private final Mapping mapping;
    private final FurtherTables tables;
    private final ValueReader values;
    private final StageTable stages;
    private final Findings findings;
    private final List<Rule> inputRules;
    private final RowHash hash;
    private final HashSet64 seen = new HashSet64();
    private final Map<String, Long> dealLines = new HashMap<>();
    private long position;

    /**
     * A mapper.
     *
     * @param stages configured stages, or null when any is taken
     * @param findings counts what it sees
     */
    public RowMapper(Mapping mapping, FurtherTables tables, StageTable stages, Findings findings) {
        this.mapping = mapping;
        this.tables = tables;
        this.values = new ValueReader(tables, mapping.numbers());
        this.stages = stages;
        this.findings = findings;
        this.inputRules = mapping.inputRules();
        this.hash = new RowHash(mapping.source());
    }

    /** Counts a record that was not readable, so that the positions of the others stay. */
    public void skip() {
        position++;
    }

    /**
     * Events of an imported row; none for one that is left out on purpose or repeats an earlier
     * one.
     */
    public List<ImportedEvent> events(Row row) throws RefusedRow {
        long at = position++;
        hash.of(row.raw());
        if (!seen.add(hash.bits())) {
            findings.repeated();
            return List.of();
        }
        return mapping.rows() == Mapping.Rows.EVENTS ? event(row, at) : deal(row, at);
    }

    private List<ImportedEvent> event(Row row, long at) throws RefusedRow {
        for (Rule rule : inputRules) {
            if (holds(rule, row)) {
                if (rule.target() == Target.NOTHING) {
                    findings.leftOut();
                    return List.of();
                }
                Made made = make(rule, row, hash.id(), at * KEYS_PER_ROW);
                findings.made(rule, made.fields(), closes(made.fields()));
                return List.of(made.event());
            }
        }
        throw new RefusedRow("record must meet the conditions of a rule", deciding(row));
    }

    private List<ImportedEvent> deal(Row row, long at) throws RefusedRow {
        List<Made> steps = new ArrayList<>(3);
        for (int i = 0; i < inputRules.size(); i++) {
            Rule rule = inputRules.get(i);
            if (rule.target() != Target.NOTHING && holds(rule, row)) {
                String id = hash.id() + "." + rule.name();
                Made step = make(rule, row, id, at * KEYS_PER_ROW + i);
                inTime(steps, step, row);
                steps.add(step);
            }
        }
        if (steps.isEmpty()) {
            throw new RefusedRow("record must meet the conditions of a rule", deciding(row));
        }
        once(steps.get(0).event().key(), row);
        steps.forEach(step -> findings.made(step.rule(), step.fields(), closes(step.fields())));
        return steps.stream().map(Made::event).toList();
    }

    private static void inTime(List<Made> before, Made step, Row row) throws RefusedRow {
        if (before.isEmpty()) {
            return;
        }
        Made last = before.get(before.size() - 1);
        if (step.event().time() < last.event().time()) {
            Rule rule = step.rule();
            throw new RefusedRow(
                    "time of %s must not be before that of %s"
                            .formatted(rule.name(), last.rule().name()),
                    row.text(rule.set().get(rule.target().timeField()).name()));
        }
    }

    private void once(String opportunityId, Row row) throws RefusedRow {
        Long before = dealLines.putIfAbsent(opportunityId, row.line());
        if (before != null) {
            throw new RefusedRow("opportunityId must be of one row only", opportunityId);
        }
    }

    /** The values by which no rule was found, for the message. */
    private String deciding(Row row) {
        Set<String> columns = new HashSet<>();
        List<String> texts = new ArrayList<>();
        for (Rule rule : inputRules) {
            for (Condition condition : rule.when()) {
                if (columns.add(condition.column())) {
                    texts.add(condition.column() + "=" + row.text(condition.column()));
                }
            }
        }
        return String.join(" ", texts);
    }

    private static boolean holds(Rule rule, Row row) {
        for (Condition condition : rule.when()) {
            if (!condition.holds(row.text(condition.column()))) {
                return false;
            }
        }
        return true;
    }

    private Made make(Rule rule, Row row, String eventId, long orderKey) throws RefusedRow {
        Fields fields = fields(rule, row);
        String source = mapping.source();
        ImportedEvent event =
                rule.target() == Target.OPPORTUNITY
                        ? ImportedEvent.of(RecordMaker.change(fields, eventId, orderKey, source))
                        : ImportedEvent.of(RecordMaker.activity(fields, eventId, orderKey, source));
        return new Made(rule, fields, event);
    }

    /** Whether a change closes its deal, as far as stage and outcome tell. */
    private boolean closes(Fields fields) {
        Outcome outcome = fields.name("outcome", Outcome.class);
        if (outcome != null || stages == null || !fields.has("stage")) {
            return outcome == Outcome.WON || outcome == Outcome.LOST;
        }
        return stages.get(stages.indexOf(fields.text("stage"))).outcome() != Outcome.OPEN;
    }

    /** A record and what it was made by and of. */
    private record Made(Rule rule, Fields fields, ImportedEvent event) {}

    private Fields fields(Rule rule, Row row) throws RefusedRow {
        Fields fields = new Fields();
        for (Map.Entry<String, Value> set : rule.set().entrySet()) {
            read(rule.target().field(set.getKey()), set.getValue(), row, fields);
        }
        if (fields.hasAmount() && !fields.has("currency")) {
            fields.put("currency", mapping.currency());
        }
        return fields;
    }

    private void read(TargetField field, Value value, Row row, Fields fields) throws RefusedRow {
        String text = values.text(field, value, row);
        if (text == null) {
            absent(field, value, row, fields);
            return;
        }
        if (field.type() == FieldType.STAGE && stages != null && stages.indexOf(text) < 0) {
            throw new RefusedRow(field.name() + " must be configured", text, field.type());
        }
        String currency = fields.has("currency") ? fields.text("currency") : mapping.currency();
        if (field.type() == FieldType.AMOUNT && currency == null) {
            throw new RefusedRow("currency is required with amount", null, FieldType.CURRENCY);
        }
        fields.put(field.name(), values.typed(field, value, text, currency));
    }

    private static void absent(TargetField field, Value value, Row row, Fields fields)
            throws RefusedRow {
        if (field.required()) {
            throw new RefusedRow(field.name() + " is required", null, field.type());
        }
        if (ValueReader.clears(value, row)) {
            fields.clear(field.name());
        }
    }

    /**
     * Organization, quota and rate records of the further files, in their order; the same statement
     * is made once.
     *
     * @throws RefusedRow when a row of such a file cannot be used: there is no organization with
     *     holes
     */
    public List<ImportedEvent> organization() throws RefusedRow {
        List<ImportedEvent> facts = new ArrayList<>();
        Map<String, Fields> stated = new HashMap<>();
        for (Rule rule : mapping.rules()) {
            if (!rule.from().equals(Rule.INPUT)) {
                for (Row row : tables.rows(rule.from())) {
                    if (holds(rule, row)) {
                        fact(rule, row, facts, stated);
                    }
                }
            }
        }
        return facts;
    }

    private void fact(Rule rule, Row row, List<ImportedEvent> facts, Map<String, Fields> stated)
            throws RefusedRow {
        Fields fields = fields(rule, row);
        ImportedEvent event =
                ImportedEvent.of(RecordMaker.fact(rule.target(), fields, facts.size()));
        Fields before = stated.putIfAbsent(event.key() + "@" + event.time(), fields);
        if (before == null) {
            findings.made(rule, fields, false);
            facts.add(event);
        } else if (!before.same(fields)) {
            throw new RefusedRow(
                    "%s line %d: %s must be stated the same way everywhere"
                            .formatted(rule.from(), row.line(), rule.target().word()),
                    fields.toString());
        }
    }
}
