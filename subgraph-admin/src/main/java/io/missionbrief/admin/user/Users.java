package io.missionbrief.admin.user;

import static io.missionbrief.admin.jooq.Tables.APP_USER;

import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Accounts, as far as the caller may see them. */
@Repository
public class Users {

    private final TenantDatabase database;

    Users(TenantDatabase database) {
        this.database = database;
    }

    /** Those of the accounts that the actor may see, by id. Needs no workspace: anybody sees themselves. */
    public Map<UUID, User> byIds(Actor actor, Collection<UUID> ids) {
        return database.readAsUser(
                actor,
                sql -> sql.selectFrom(APP_USER)
                        .where(APP_USER.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                        .fetchMap(APP_USER.ID, User::of));
    }

    /** The actor's own account; null for a machine, and for somebody whose account another issuer keeps. */
    public @Nullable User own(Actor actor) {
        UUID id = ObjectId.parseOrNull(actor.userId());
        return id == null
                ? null
                : database.readAsUser(
                        actor,
                        sql -> sql.selectFrom(APP_USER)
                                .where(APP_USER.ID.eq(id))
                                .fetchOne(User::of));
    }

    /**
     * The account with the person's address, made if there is none. Whose it is shows only to those who may see it.
     *
     * @param transaction of a caller who may add members
     */
    public UUID idOf(DSLContext transaction, Person person) {
        return transaction
                .select(DSL.function(
                        DSL.name("admin", "user_of"), UUID.class, DSL.val(person.email()), DSL.val(person.name())))
                .fetchSingle()
                .value1();
    }
}
