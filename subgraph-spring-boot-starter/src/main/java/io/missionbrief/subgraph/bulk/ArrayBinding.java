package io.missionbrief.subgraph.bulk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.Converters;

/**
 * Hands an array to the driver, which knows PostgreSQL's binary form. jOOQ's own binding writes a text in which every quote is
 * escaped, and which the server takes apart again. For parameters only.
 *
 * @param <E> of an element
 */
@SuppressWarnings("serial") // of no use to anybody, and jOOQ's interface asks for it
final class ArrayBinding<E> implements Binding<E[], E[]> {

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
    public void sql(BindingSQLContext<E[]> context) {
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
    public void register(BindingRegisterContext<E[]> context) throws SQLException {
        throw forParametersOnly();
    }

    @Override
    public void set(BindingSetSQLOutputContext<E[]> context) throws SQLException {
        throw forParametersOnly();
    }

    @Override
    public void get(BindingGetResultSetContext<E[]> context) throws SQLException {
        throw forParametersOnly();
    }

    @Override
    public void get(BindingGetStatementContext<E[]> context) throws SQLException {
        throw forParametersOnly();
    }

    @Override
    public void get(BindingGetSQLInputContext<E[]> context) throws SQLException {
        throw forParametersOnly();
    }

    private static SQLFeatureNotSupportedException forParametersOnly() {
        return new SQLFeatureNotSupportedException("Columns are parameters");
    }
}
