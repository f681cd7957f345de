package io.pipecast.codec.control;

/**
 * A model for the running job; the highest sequence wins, whatever the order of arrival.
 *
 * @param sequence grows with every publication
 * @param modelVersion version the forecasts will carry
 * @param effectiveFrom epoch milliseconds from which forecasts use it
 * @param publishedAt epoch milliseconds
 * @param actor who published it
 * @param document the model document, an Avro object container file; not copied
 */
public record ModelPublished(
        long sequence,
        String modelVersion,
        long effectiveFrom,
        long publishedAt,
        String actor,
        byte[] document) {}
