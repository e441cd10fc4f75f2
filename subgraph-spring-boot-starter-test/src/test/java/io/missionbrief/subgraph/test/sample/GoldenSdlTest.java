package io.missionbrief.subgraph.test.sample;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.missionbrief.subgraph.test.GoldenSdl;
import io.missionbrief.subgraph.test.GraphQlCaller;
import io.missionbrief.subgraph.test.SubgraphTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;

@SubgraphTest("sample")
class GoldenSdlTest {

    private final GraphQlCaller caller;

    GoldenSdlTest(@LocalServerPort int port) {
        caller = SampleCaller.at(port).reader();
    }

    @Test
    void theServedSchemaIsTheOneThatWasLookedAt() {
        GoldenSdl.assertUnchanged(caller, "sample");
    }

    @Test
    @DisabledIfSystemProperty(named = "golden", matches = "write")
    void aSchemaThatNobodyLookedAtIsShown() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GoldenSdl.assertUnchanged(caller, "another"))
                .withMessageContaining("+ ")
                .withMessageContaining("-Dgolden=write");
    }
}
