package io.pipecast.model.scoring;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from and how good it was when it was made.
 *
 * @param version what every forecast made with it carries; derived from the data and {@code
 *     trainedUntil}
 * @param trainedFrom first instant of the facts it was learned from, epoch milliseconds
 * @param trainedUntil nothing later than this was known to it, epoch milliseconds
 * @param fingerprint hash of the set of facts it was learned from, hexadecimal
 * @param currency corporate currency of its amounts, ISO 4217
 * @param metrics counts and figures by name, such as {@code holdout.auc}
 */
public record ModelCard(
        String version,
        long trainedFrom,
        long trainedUntil,
        String fingerprint,
        String currency,
        Map<String, Double> metrics) {
    /** The same with more metrics. */
    ModelCard with(Map<String, Double> more) {
        Map<String, Double> all = new TreeMap<>(metrics);
        all.putAll(more);
        return new ModelCard(version, trainedFrom, trainedUntil, fingerprint, currency, all);
    }
}
