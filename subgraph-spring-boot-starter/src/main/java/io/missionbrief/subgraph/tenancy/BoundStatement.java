package io.missionbrief.subgraph.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hides the binding that {@link BoundConnection} put before a statement: the first parameter is the binding, so the
 * others move up by one, and the first result is the binding's, so it is passed over.
 *
 * <p>No parameter goes without a type: for one that does, the driver has the server describe the statement as soon as it
 * is a prepared one, and from then on sends it in a transaction of its own, after the binding is gone. jOOQ casts each of
 * these parameters, so their text does as well.
 */
final class BoundStatement implements InvocationHandler {

    private final PreparedStatement delegate;
    private final String binding;

    private BoundStatement(PreparedStatement delegate, String binding) {
        this.delegate = delegate;
        this.binding = binding;
    }

    static PreparedStatement of(PreparedStatement delegate, String binding) throws SQLException {
        delegate.setString(1, binding);
        return (PreparedStatement) Proxy.newProxyInstance(
                BoundStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new BoundStatement(delegate, binding));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "execute" -> execute(arguments);
            case "executeQuery" -> execute(arguments) ? delegate.getResultSet() : null;
            case "executeUpdate" -> execute(arguments) ? 0 : delegate.getUpdateCount();
            case "clearParameters" -> clearParameters();
            case "addBatch", "executeBatch", "executeLargeBatch", "executeLargeUpdate", "getGeneratedKeys" ->
                throw new SQLFeatureNotSupportedException(method.getName() + " is for writes");
            default -> pass(method, arguments);
        };
    }

    private boolean execute(@Nullable Object @Nullable [] arguments) throws SQLException {
        if (arguments != null && arguments.length > 0) {
            throw new SQLFeatureNotSupportedException("The statement was given when it was prepared");
        }
        delegate.execute();
        return delegate.getMoreResults();
    }

    private @Nullable Object clearParameters() throws SQLException {
        delegate.clearParameters();
        delegate.setString(1, binding);
        return null;
    }

    private @Nullable Object pass(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && setsParameter(method, arguments) && arguments[0] instanceof Integer index) {
            arguments[0] = index + 1;
            if (isWithoutType(method, arguments)) {
                setText(index + 1, method.getName().equals("setNull") ? null : arguments[1]);
                return null;
            }
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** What the driver would send without a type: arrays, and dates and times, for which it leaves the choice open. */
    private static boolean isWithoutType(Method method, @Nullable Object[] arguments) {
        return switch (method.getName()) {
            case "setDate", "setTime", "setTimestamp" -> true;
            case "setObject" -> arguments.length > 2 && Objects.equals(arguments[2], Types.OTHER);
            case "setNull" -> !Objects.equals(arguments[1], Types.VARCHAR);
            default -> false;
        };
    }

    private void setText(int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            delegate.setNull(index, Types.VARCHAR);
        } else {
            delegate.setString(index, value.toString());
        }
    }

    /** The setters of a parameter are those that {@link PreparedStatement} itself declares. */
    private static boolean setsParameter(Method method, @Nullable Object[] arguments) {
        return method.getDeclaringClass() == PreparedStatement.class
                && arguments.length > 1
                && method.getName().startsWith("set");
    }
}
