package io.pipecast.connect.emission;

/** A set of 64-bit hashes in 16 bytes each; a boxed set of five million takes half a gigabyte. */
final class HashSet64 {
    private long[] slots = new long[1 << 12];
    private int size;
    private boolean zero;

    /** Adds a hash; false when it was there. */
    boolean add(long hash) {
        if (hash == 0) {
            boolean added = !zero;
            zero = true;
            return added;
        }
        if (size * 2 >= slots.length) {
            grow();
        }
        return put(hash);
    }

    private boolean put(long hash) {
        int mask = slots.length - 1;
        int at = (int) hash & mask;
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = hash;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long hash : old) {
            if (hash != 0) {
                put(hash);
            }
        }
    }
}
