package io.missionbrief.subgraph.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.ArgumentValue;

class ChangedColumnsTest {

    private static final Field<String> NAME = DSL.field("name", String.class);

    @Test
    void setsNothingThatIsAsItShouldBe() {
        assertThat(new ChangedColumns().change(NAME, "Ada", "Ada").isEmpty()).isTrue();
    }

    @Test
    void setsWhatDiffers() {
        assertThat(new ChangedColumns().change(NAME, "Ada", "Grace").values()).containsEntry(NAME, "Grace");
    }

    @Test
    void leavesAnOmittedFieldAsItIs() {
        ChangedColumns columns =
                new ChangedColumns().change(NAME, "Ada", ArgumentValue.<String>omitted(), Text::orNull);

        assertThat(columns.isEmpty()).isTrue();
    }

    @Test
    void emptiesAFieldThatIsGivenAsNull() {
        ChangedColumns columns =
                new ChangedColumns().change(NAME, "Ada", ArgumentValue.<String>ofNullable(null), Text::orNull);

        assertThat(columns.values()).containsEntry(NAME, null);
    }
}
