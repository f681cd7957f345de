package io.pipecast.model.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.ReasonText;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonKindTest {
    @Test
    void everyFeatureHasWords() {
        assertThat(
                        Arrays.stream(DealFeature.values())
                                .map(feature -> ReasonText.key(feature.label)))
                .isSubsetOf(ReasonText.features());
    }

    @Test
    void everyFeatureIsOfOneKind() {
        assertThat(Arrays.stream(ReasonKind.values()).flatMap(kind -> kind.features().stream()))
                .containsExactlyInAnyOrder(DealFeature.values());
        assertThat(Arrays.stream(ReasonKind.values()).map(kind -> kind.key))
                .doesNotHaveDuplicates()
                .contains("owner's record", "who acts");
        assertThat(ReasonKind.of(DealFeature.SINCE_INBOUND)).isEqualTo(ReasonKind.REPLIES);
    }
}
