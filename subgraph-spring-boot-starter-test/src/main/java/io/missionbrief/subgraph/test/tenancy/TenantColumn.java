package io.missionbrief.subgraph.test.tenancy;

/**
 * A column as the catalogue has it.
 *
 * @param type the type's name
 * @param category {@code pg_type.typcategory} of the type, or of the type under a domain
 * @param required whether an insert has to name it
 * @param generated whether PostgreSQL alone gives its values
 * @param updatable whether the role that serves requests may update it
 */
record TenantColumn(
        String name, String type, char category, boolean required, boolean generated, boolean key, boolean updatable) {

    /** A value of the type, as SQL; different for each number where the type has that many. */
    String madeUp(int number) {
        return switch (category) {
            case 'S' -> "'v" + number + "'";
            case 'N' -> String.valueOf(number);
            case 'B' -> "true";
            case 'D' -> "now()::" + type;
            case 'A' -> "'{}'";
            case 'E' -> "enum_first(null::" + type + ")";
            case 'R' -> "'empty'";
            case 'T' -> "'0'";
            case 'I' -> "'127.0.0.1'";
            default -> madeUpByType();
        };
    }

    private String madeUpByType() {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "json", "jsonb" -> "'{}'";
            case "bytea" -> "'\\x00'";
            case "xid8" -> "pg_current_xact_id()";
            default ->
                throw new IllegalStateException(
                        "The tenancy matrix knows no value of type " + type + " (column " + name + "): teach it one");
        };
    }
}
