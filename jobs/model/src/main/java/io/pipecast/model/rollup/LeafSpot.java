package io.pipecast.model.rollup;

/** What decides where a leaf hangs. */
record LeafSpot(String owner, String territory, int pathDay) {
    static LeafSpot of(Leaf leaf) {
        return new LeafSpot(leaf.owner(), leaf.territory(), leaf.pathDay());
    }
}
