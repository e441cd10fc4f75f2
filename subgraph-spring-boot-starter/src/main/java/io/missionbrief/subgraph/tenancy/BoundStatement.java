package io.missionbrief.subgraph.tenancy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.jspecify.annotations.Nullable;

/**
 * Hides the binding that {@link BoundConnection} put before a statement: the first parameter is the binding, so the
 * others move up by one, and the first result is the binding's, so it is passed over.
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
        }
        try {
            return method.invoke(delegate, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The setters of a parameter are those that {@link PreparedStatement} itself declares. */
    private static boolean setsParameter(Method method, @Nullable Object[] arguments) {
        return method.getDeclaringClass() == PreparedStatement.class
                && arguments.length > 1
                && method.getName().startsWith("set");
    }
}
