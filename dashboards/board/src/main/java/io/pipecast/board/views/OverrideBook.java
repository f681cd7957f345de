package io.pipecast.board.views;

import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.input.Input;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chances set by hand. What stands for a deal and period is what was said last; of one instant,
 * what the topic has last, which keeps the order of a deal's statements. No model takes it away.
 */
public final class OverrideBook implements SteeringSink {
    private record Subject(String opportunityId, String period) {}

    private final Changes changes;
    private final Map<Subject, DealOverride> last = new ConcurrentHashMap<>();

    OverrideBook(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void accept(Input input, String source, long recordedAt) {
        if (input.kind == Input.Kind.OVERRIDE) {
            DealOverride override = input.override();
            last.merge(
                    new Subject(override.opportunityId(), override.period()),
                    override,
                    (known, said) -> said.at() >= known.at() ? said : known);
            changes.deal(override.opportunityId());
        }
    }

    /** What stands for a deal in a period, or null where nothing was set or it was taken back. */
    public DealOverride standing(String opportunityId, String period) {
        DealOverride said = last.get(new Subject(opportunityId, period));
        return said == null || said.takesBack() ? null : said;
    }

    /** What stands for every deal and period, in no order. */
    public List<DealOverride> standing() {
        return last.values().stream().filter(said -> !said.takesBack()).toList();
    }
}
