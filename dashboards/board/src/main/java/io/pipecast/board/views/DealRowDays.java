package io.pipecast.board.views;

import io.pipecast.domain.alert.quality.BadEvent;
import io.pipecast.domain.alert.quality.DealDays;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.settings.PipelineSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Makes the days of deals from their rows: from the latest changes a row tells of, and by the
 * amount it has now. What happened before them is not known, and no day of it counts.
 */
final class DealRowDays {
    private final PipelineSettings settings;
    private final int first;
    private final int last;
    private final DealDays made;

    private DealRowDays(PipelineSettings settings, int first, int last) {
        this.settings = settings;
        this.first = first;
        this.last = last;
        this.made = new DealDays(settings.calendar());
    }

    /**
     * The days of deals between two epoch days, both included.
     *
     * @param deals rows that are not removed
     */
    static DealDays of(
            Collection<DealForecast> deals, PipelineSettings settings, int first, int last) {
        DealRowDays days = new DealRowDays(settings, first, last);
        deals.forEach(days::add);
        return days.made.sorted();
    }

    /** What a deal was between two changes. */
    private static final class Now {
        private int stage = -1;
        private Outcome outcome = Outcome.OPEN;
        private long closeDate = Quantity.MISSING;

        private boolean isOpen() {
            return outcome == Outcome.OPEN;
        }
    }

    private void add(DealForecast deal) {
        List<Change> changes = deal.changes();
        byte[] stages = new byte[last - first + 1];
        Arrays.fill(stages, DealDays.CLOSED);
        List<BadEvent> events = new ArrayList<>();
        Now now = new Now();
        for (int i = 0; i < changes.size(); ) {
            long at = changes.get(i).at();
            boolean wasOpen = now.isOpen() && now.stage >= 0;
            long wasDue = now.closeDate;
            while (i < changes.size() && changes.get(i).at() == at) {
                apply(changes.get(i++), now);
            }
            if (wasOpen) {
                bad(deal, at, now, wasDue, events);
            }
            fill(stages, now, at, i < changes.size() ? changes.get(i).at() : Long.MAX_VALUE);
        }
        made.add(deal.opportunityId(), first, stages, segment(deal), events);
    }

    private static int segment(DealForecast deal) {
        return deal.dealType() == null ? 0 : deal.dealType().ordinal();
    }

    private void apply(Change change, Now now) {
        String value = change.value();
        if (change.field().equals(DealField.STAGE.name())) {
            now.stage = settings.stages().indexOf(value);
            now.outcome = now.stage < 0 ? Outcome.OPEN : settings.stages().get(now.stage).outcome();
        } else if (change.field().equals(DealField.OUTCOME.name()) && !value.isEmpty()) {
            now.outcome = Outcome.valueOf(value);
        } else if (change.field().equals(DealField.CLOSE_DATE.name())) {
            now.closeDate =
                    value.isEmpty() ? Quantity.MISSING : LocalDate.parse(value).toEpochDay();
        }
    }

    private void bad(DealForecast deal, long at, Now now, long wasDue, List<BadEvent> into) {
        boolean lost = now.outcome == Outcome.LOST;
        boolean slipped =
                now.isOpen() && DealDays.slipped(settings.calendar(), wasDue, now.closeDate);
        if (lost || slipped) {
            long amount = Math.max(0, deal.corporateAmount());
            into.add(new BadEvent(deal.opportunityId(), at, lost, amount));
        }
    }

    /** The midnights from a change up to the next belong to what the deal is now. */
    private void fill(byte[] stages, Now now, long at, long next) {
        if (!now.isOpen() || now.stage < 0) {
            return;
        }
        int from = Math.max(first, midnightFrom(at));
        int to = next == Long.MAX_VALUE ? last + 1 : Math.min(last + 1, midnightFrom(next));
        for (int day = from; day < to; day++) {
            stages[day - first] = (byte) now.stage;
        }
    }

    private int midnightFrom(long at) {
        int day = settings.calendar().days().dayOf(at);
        return settings.calendar().days().startOf(day) < at ? day + 1 : day;
    }
}
