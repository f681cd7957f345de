package io.pipecast.domain.deal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A share of a deal that counts for a user.
 *
 * @param user user id
 * @param basisPoints share, 1–10,000; the revenue credits of a deal sum to 10,000
 * @param overlay true for overlay credit, which is shown apart and in no company total
 */
public record Credit(String user, int basisPoints, boolean overlay) {
    /** All of a deal to its owner. */
    public static List<Credit> owner(String owner) {
        return List.of(new Credit(owner, 10_000, false));
    }

    /**
     * Canonical text {@code user=bp[*]|user=bp}, overlay marked by a star, sorted by (overlay,
     * user).
     */
    public static String format(List<Credit> credits) {
        StringBuilder text = new StringBuilder();
        for (Credit c : sorted(credits)) {
            text.append(text.isEmpty() ? "" : "|")
                    .append(c.user)
                    .append('=')
                    .append(c.basisPoints)
                    .append(c.overlay ? "*" : "");
        }
        return text.toString();
    }

    /**
     * Reads {@link #format}'s text.
     *
     * @throws IllegalArgumentException when malformed, or when revenue credits do not sum to 10,000
     */
    public static List<Credit> parse(String text) {
        List<Credit> credits = new ArrayList<>();
        int revenue = 0;
        for (String part : text.split("\\|", -1)) {
            int eq = part.lastIndexOf('=');
            boolean overlay = part.endsWith("*");
            if (eq <= 0) {
                throw new IllegalArgumentException(
                        "a credit must read user=basisPoints, was " + part);
            }
            String share = part.substring(eq + 1, part.length() - (overlay ? 1 : 0));
            int points = share.matches("\\d{1,5}") ? Integer.parseInt(share) : 0;
            if (points < 1 || points > 10_000) {
                throw new IllegalArgumentException(
                        "a credit must be between 1 and 10000 basis points, was " + part);
            }
            revenue += overlay ? 0 : points;
            credits.add(new Credit(part.substring(0, eq), points, overlay));
        }
        if (revenue != 10_000) {
            throw new IllegalArgumentException(
                    "revenue credits must sum to 10000 basis points, were " + revenue);
        }
        return credits;
    }

    /**
     * Splits minor units over the revenue credits by largest remainder, so that the parts sum to
     * the whole to the cent; ties go to the user first in order. Result is aligned with {@link
     * #sorted}; overlay credits get their plain share, floored.
     */
    public static long[] split(long minorUnits, List<Credit> sorted) {
        long[] parts = new long[sorted.size()];
        long left = minorUnits;
        long[] rest = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Credit c = sorted.get(i);
            long whole = Math.floorDiv(minorUnits, 10_000L) * c.basisPoints;
            long remainder = Math.floorMod(minorUnits, 10_000L) * c.basisPoints;
            parts[i] = whole + remainder / 10_000;
            rest[i] = c.overlay ? -1 : remainder % 10_000;
            left -= c.overlay ? 0 : parts[i];
        }
        for (; left > 0; left--) {
            int best = 0;
            for (int i = 1; i < rest.length; i++) {
                best = rest[i] > rest[best] ? i : best;
            }
            parts[best]++;
            rest[best] = -1;
        }
        return parts;
    }

    /** Credits in canonical order: revenue before overlay, then by user. */
    public static List<Credit> sorted(List<Credit> credits) {
        List<Credit> copy = new ArrayList<>(credits);
        copy.sort(Comparator.comparing(Credit::overlay).thenComparing(Credit::user));
        return copy;
    }
}
