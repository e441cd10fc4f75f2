package io.missionbrief.subgraph.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

    @Test
    void meansTheSameInAnotherOrderOfKeys() {
        assertThat(new JsonDocument("{\"a\": 1, \"b\": 2}").means(new JsonDocument("{\"b\":2,\"a\":1}")))
                .isTrue();
    }

    @Test
    void keepsEveryDigit() {
        assertThat(new JsonDocument("0.10000000000000000000001").value())
                .isEqualTo(new BigDecimal("0.10000000000000000000001"));
    }

    @Test
    void givesTheElementsOfAListBack() {
        List<Tier> tiers = List.of(new Tier(1, new BigDecimal("9.90")), new Tier(11, new BigDecimal("0.000001")));

        assertThat(JsonDocument.ofInput(tiers).list(Tier.class)).isEqualTo(tiers);
    }

    private record Tier(int from, BigDecimal price) {}
}
