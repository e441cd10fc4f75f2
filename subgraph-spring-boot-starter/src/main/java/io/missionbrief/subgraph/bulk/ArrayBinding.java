package io.missionbrief.subgraph.bulk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;
import org.jooq.impl.AbstractBinding;

/**
 * Hands an array to the driver, which knows PostgreSQL's binary form. jOOQ's own binding writes a text in which every quote is
 * escaped, and which the server takes apart again. For parameters only.
 *
 * @param <E> of an element
 */
@SuppressWarnings("serial") // of no use to anybody, and jOOQ's interface asks for it
final class ArrayBinding<E> extends AbstractBinding<E[], E[]> {

    private final Class<E[]> array;
    private final String element;

    /** @param element PostgreSQL's name of the elements' type */
    ArrayBinding(Class<E[]> array, String element) {
        this.array = array;
        this.element = element;
    }

    @Override
    public Converter<E[], E[]> converter() {
        return Converters.identity(array);
    }

    @Override
    protected void sqlBind(BindingSQLContext<E[]> context) {
        context.render()
                .sql("cast(")
                .sql(context.variable())
                .sql(" as ")
                .sql(element)
                .sql("[])");
    }

    @Override
    public void set(BindingSetStatementContext<E[]> context) throws SQLException {
        Connection connection = context.statement().getConnection();
        Array value = connection.createArrayOf(element, context.value());
        context.statement().setArray(context.index(), value);
    }

    @Override
    public void get(BindingGetResultSetContext<E[]> context) throws SQLException {
        throw new SQLFeatureNotSupportedException("Columns are parameters");
    }
}
