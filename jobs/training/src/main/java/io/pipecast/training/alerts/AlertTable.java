package io.pipecast.training.alerts;

import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.money.MinorUnits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A verdict on alerts as lines of text. */
public final class AlertTable {
    private static final String HEAD = "%-22s %7s %6s %6s %6s %14s %7s %7s %5s %6s %6s %8s";
    private static final String ROW = "%-22s %7d %6s %6s %6s %14s %7s %7s %5s %6s %6s %8s";

    private AlertTable() {}

    /** The table of a policy. */
    public static List<String> of(String policy, AlertVerdict verdict, String currency) {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s, %s to %s: %,d bad events worth %s %s",
                        policy,
                        Instant.ofEpochMilli(verdict.from()).toString().substring(0, 10),
                        Instant.ofEpochMilli(verdict.to()).toString().substring(0, 10),
                        verdict.badEvents(),
                        currency,
                        money(verdict.badAmount(), currency)));
        lines.add(head(currency));
        verdict.rules().forEach(score -> lines.add(row(score.name(), score, currency)));
        lines.add(row("flat 14 days, as many", verdict.flat(), currency));
        if (verdict.equal().alerts() < verdict.all().alerts()) {
            lines.add(row("all, cut to as many", verdict.equal(), currency));
        }
        lines.add(row("delivered or digest", verdict.raised(), currency));
        lines.add(
                String.format(
                        Locale.ROOT,
                        "odds ratio %s; amount at risk caught %s times the flat rule's with as"
                                + " many alerts; of what went bad %s (%s of the amount) was told"
                                + " at least 10 days before",
                        number(verdict.all().oddsRatio()),
                        number(verdict.amountRatio()),
                        percent(verdict.all().recall()),
                        percent(verdict.all().recallAmount())));
        return lines;
    }

    private static String head(String currency) {
        return String.format(
                HEAD,
                "delivered by",
                "alerts",
                "bad",
                "base",
                "odds",
                "caught " + currency,
                "recall",
                "amount",
                "lead",
                "acked",
                "unuse",
                "mgr-week");
    }

    private static String row(String name, AlertScore s, String currency) {
        return String.format(
                Locale.ROOT,
                ROW,
                name.toLowerCase(Locale.ROOT),
                s.alerts(),
                percent(s.bad()),
                percent(s.base()),
                number(s.oddsRatio()),
                money(s.caughtAmount(), currency),
                percent(s.recall()),
                percent(s.recallAmount()),
                Double.isNaN(s.leadDays())
                        ? "-"
                        : String.format(Locale.ROOT, "%.0f d", s.leadDays()),
                percent(s.acknowledged()),
                percent(s.notUseful()),
                number(s.perManagerWeek()));
    }

    private static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : "-";
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "-";
    }

    private static String money(long minor, String currency) {
        return String.format(
                Locale.ROOT,
                "%,d",
                BigDecimal.valueOf(minor, MinorUnits.exponent(currency))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact());
    }
}
