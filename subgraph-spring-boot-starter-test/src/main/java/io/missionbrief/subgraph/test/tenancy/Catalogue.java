package io.missionbrief.subgraph.test.tenancy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What PostgreSQL knows of the subgraph's schema. */
final class Catalogue {

    private static final String TABLES = """
            select c.relname, c.relkind,
                   case when c.relkind = 'v' then coalesce(c.reloptions::text ilike '%security_invoker=true%', false)
                        else c.relrowsecurity and c.relforcerowsecurity end as secured,
                   array_to_string(array(
                       select privilege
                       from unnest(array['SELECT', 'INSERT', 'UPDATE']) privilege
                       where has_any_column_privilege(?::name, c.oid, privilege)
                       union all
                       select 'DELETE' where has_table_privilege(?::name, c.oid, 'DELETE')), ',') as granted
            from pg_class c
            where c.relnamespace = ?::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
            order by c.relname
            """;

    private static final String COLUMNS = """
            select a.attname, coalesce(base.typname, t.typname), coalesce(base.typcategory, t.typcategory),
                   a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
                   a.attgenerated <> '' or a.attidentity <> '' as generated,
                   exists (select from pg_constraint p
                           where p.conrelid = a.attrelid and p.contype = 'p' and a.attnum = any (p.conkey)) as key,
                   has_column_privilege(?::name, a.attrelid, a.attnum, 'UPDATE') as updatable
            from pg_attribute a
            join pg_type t on t.oid = a.atttypid
            left join pg_type base on base.oid = t.typbasetype
            where a.attrelid = format('%I.%I', ?, ?)::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    private final Connection superuser;
    private final String subgraph;

    Catalogue(Connection superuser, String subgraph) {
        this.superuser = superuser;
        this.subgraph = subgraph;
    }

    List<TenantTable> tables() throws SQLException {
        try (var statement = superuser.prepareStatement(TABLES)) {
            statement.setString(1, appRole());
            statement.setString(2, appRole());
            statement.setString(3, subgraph);
            var tables = new ArrayList<TenantTable>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(table(rows));
                }
            }
            return tables;
        }
    }

    /** Policies that name no role, and so speak to all of them. */
    List<String> policiesForEverybody() throws SQLException {
        return Sql.strings(superuser, """
                select format('%s on %s', polname, polrelid::regclass) from pg_policy
                where 0 = any (polroles) and polrelid in (select oid from pg_class where relnamespace = ?::regnamespace)
                """, subgraph);
    }

    /** Foreign keys between tables of tenants that do not carry the workspace on both sides. */
    List<String> foreignKeysAcrossWorkspaces() throws SQLException {
        return Sql.strings(superuser, """
                select format('%s on %s', f.conname, f.conrelid::regclass)
                from pg_constraint f
                join pg_attribute here on here.attrelid = f.conrelid and here.attname = 'workspace_id'
                join pg_attribute there on there.attrelid = f.confrelid and there.attname = 'workspace_id'
                where f.contype = 'f' and f.connamespace = ?::regnamespace
                  and not exists (select from unnest(f.conkey, f.confkey) as pair (here_num, there_num)
                                  where here_num = here.attnum and there_num = there.attnum)
                """, subgraph);
    }

    /** Functions that the role that serves requests can run with the rights of somebody else. */
    List<String> functionsWithRightsOfTheirOwner() throws SQLException {
        return Sql.strings(superuser, """
                select proname from pg_proc
                where pronamespace = ?::regnamespace and prosecdef and prorettype <> 'trigger'::regtype
                  and has_function_privilege(?::name, oid, 'EXECUTE')
                """, subgraph, appRole());
    }

    /** The scopes that policies and functions name, and that of operators, whom a policy is the most likely to favour. */
    Set<String> scopesOfPolicies() throws SQLException {
        Set<String> scopes = new TreeSet<>(Sql.strings(superuser, """
                select found[1]
                from (select concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
                      from pg_policy join pg_class c on c.oid = polrelid
                      where c.relnamespace = ?::regnamespace
                      union all
                      select pg_get_functiondef(oid) from pg_proc
                      where pronamespace = ?::regnamespace and prokind <> 'a') as source (text),
                     regexp_matches(text, $$'([a-z_]+:[a-z_]+)'$$, 'g') as found
                """, subgraph, subgraph));
        scopes.add("admin:access");
        return scopes;
    }

    private String appRole() {
        return subgraph + "_app";
    }

    private TenantTable table(ResultSet row) throws SQLException {
        String name = row.getString("relname");
        return new TenantTable(
                subgraph,
                name,
                row.getString("relkind").charAt(0),
                row.getBoolean("secured"),
                privileges(row.getString("granted")),
                columns(name));
    }

    private static Set<Privilege> privileges(String names) {
        var privileges = EnumSet.noneOf(Privilege.class);
        Arrays.stream(names.split(",", 0))
                .filter(name -> !name.isEmpty())
                .map(Privilege::valueOf)
                .forEach(privileges::add);
        return privileges;
    }

    private List<TenantColumn> columns(String table) throws SQLException {
        try (var statement = superuser.prepareStatement(COLUMNS)) {
            statement.setString(1, appRole());
            statement.setString(2, subgraph);
            statement.setString(3, table);
            var columns = new ArrayList<TenantColumn>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(new TenantColumn(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3).charAt(0),
                            rows.getBoolean("required"),
                            rows.getBoolean("generated"),
                            rows.getBoolean("key"),
                            rows.getBoolean("updatable")));
                }
            }
            return columns;
        }
    }
}
