package io.missionbrief.subgraph.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.test.ScratchSubgraph;
import io.missionbrief.subgraph.test.StatementCounter;
import org.junit.jupiter.api.Test;

class StatementCounterTest {

    @Test
    void countsTheStatementsOfOneWorkspace() {
        try (var subgraph = ScratchSubgraph.start("sample", StatementCounter.class)) {
            var counter = subgraph.bean(StatementCounter.class);
            Actor ann = Actors.ofNewWorkspace();
            Actor bob = Actors.ofNewWorkspace();

            subgraph.tenants().read(ann, sql -> sql.fetch("select 1"));
            subgraph.tenants().write(ann, sql -> sql.fetch("select 2"));
            subgraph.tenants().read(bob, sql -> sql.fetch("select 3"));

            assertThat(counter.statements(ann.requireWorkspace())).containsExactly("select 1", "select 2");
            assertThat(counter.count(bob.requireWorkspace())).isEqualTo(1);

            counter.reset(ann.requireWorkspace());
            assertThat(counter.count(ann.requireWorkspace())).isZero();
        }
    }
}
