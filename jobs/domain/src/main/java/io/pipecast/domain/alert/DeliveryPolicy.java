package io.pipecast.domain.alert;

/**
 * Which alerts are news for a manager. Once on every working day, at one hour, the most pressing
 * alerts are delivered; the rest wait in the digest. Nothing is delivered at any other time.
 *
 * @param perWeek most deliveries to a manager in a week, Monday to Sunday
 * @param hour hour of the working day, in the fiscal zone, at which alerts are delivered
 * @param repeatAfterDays business days after a delivery in which nothing more is delivered about
 *     the same deal
 */
public record DeliveryPolicy(int perWeek, int hour, int repeatAfterDays) {
    /** What holds where nothing is configured. */
    public static final DeliveryPolicy DEFAULT = new DeliveryPolicy(7, 8, 20);
}
