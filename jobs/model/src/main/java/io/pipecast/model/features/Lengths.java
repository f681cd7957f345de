package io.pipecast.model.features;

/** Lengths of a model's arrays, which follow from its stages, bands and classes. */
public final class Lengths {
    private Lengths() {}

    /**
     * Sees to it that an array has the length it must have.
     *
     * @param name of the array, as the document calls it
     * @throws IllegalArgumentException when it has another
     */
    public static void expect(String name, int wanted, int was) {
        if (wanted != was) {
            throw new IllegalArgumentException(
                    name + " must have " + wanted + " values, had " + was);
        }
    }
}
