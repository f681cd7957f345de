package io.pipecast.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TreesTest {
    @Test
    void addsTheLeavesADealFallsInto() {
        Trees trees =
                new Trees(
                        10,
                        new int[] {0, 3},
                        new short[] {1, -1, -1, 0, -1, -1},
                        new double[] {2.5, 1, 2, 0, 4, 8},
                        new int[] {1, 0, 0, 4, 0, 0});
        assertThat(trees.sum(new double[] {0, 2.5})).isEqualTo(10 + 1 + 4);
        assertThat(trees.sum(new double[] {0.1, 2.6})).isEqualTo(10 + 2 + 8);
    }

    @Test
    void refusesNodesThatLeadNowhereOrBack() {
        assertThatThrownBy(() -> one(new int[] {0}, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the child of node 0 must be a later node, was 0");
        assertThatThrownBy(() -> one(new int[] {0}, 2))
                .hasMessage("the child of node 0 must be a later node, was 2");
        assertThatThrownBy(() -> one(new int[] {3}, 1)).hasMessage("a root must be a node, was 3");
    }

    private static Trees one(int[] roots, int child) {
        return new Trees(
                0, roots, new short[] {0, -1, -1}, new double[] {0, 1, 2}, new int[] {child, 0, 0});
    }
}
