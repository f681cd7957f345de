package io.pipecast.model.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The leaves of a spot, one a window, and the way from there up each tree. */
final class LeafPlace {
    final List<HeldLeaf> leaves = new ArrayList<>();

    /** By tree; null until they are looked up in a chart. */
    List<List<String>> paths;

    /** Puts the paths among those that are in use, each once. */
    void intern(Map<List<String>, List<String>> interned) {
        if (paths != null) {
            paths.forEach(path -> interned.putIfAbsent(path, path));
        }
    }
}
