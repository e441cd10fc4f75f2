package io.missionbrief.subgraph.graphql;

import org.jooq.Field;
import org.jooq.SortField;

/** The direction of a sort, as the schema's enum of the same name. */
public enum SortDirection {
    ASC,
    DESC;

    /** The field in this direction. */
    public <T> SortField<T> of(Field<T> field) {
        return switch (this) {
            case ASC -> field.asc();
            case DESC -> field.desc();
        };
    }
}
