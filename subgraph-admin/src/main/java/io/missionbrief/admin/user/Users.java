package io.missionbrief.admin.user;

import static io.missionbrief.admin.jooq.Tables.APP_USER;
import static io.missionbrief.admin.jooq.Tables.MEMBERSHIP;

import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.RowsById;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** People, as far as the caller may see them. */
@Repository
public class Users {

    private final TenantDatabase database;

    Users(TenantDatabase database) {
        this.database = database;
    }

    /**
     * Those of the people who work in the actor's workspace, as it knows them, and the actor. Needs no workspace: anybody
     * sees themselves.
     */
    Map<UUID, User> byIds(Actor actor, Set<UUID> ids) {
        Map<UUID, User> found = new HashMap<>(colleagues(actor, ids));
        UUID self = ObjectId.parseOrNull(actor.userId());
        User own = self != null && ids.contains(self) && !found.containsKey(self) ? own(actor) : null;
        if (own != null) {
            found.put(own.id(), own);
        }
        return found;
    }

    private Map<UUID, User> colleagues(Actor actor, Set<UUID> ids) {
        return actor.workspace() == null
                ? Map.of()
                : database.read(actor, sql -> RowsById.fetch(sql, MEMBERSHIP, MEMBERSHIP.USER_ID, ids, User::of));
    }

    /** The actor's own account; null for a machine, and for somebody whose account another issuer keeps. */
    public @Nullable User own(Actor actor) {
        UUID id = ObjectId.parseOrNull(actor.userId());
        return id == null
                ? null
                : database.<@Nullable User>readAsUser(
                        actor,
                        sql -> sql.selectFrom(APP_USER)
                                .where(APP_USER.ID.eq(id))
                                .fetchOne(User::of));
    }

    /**
     * The account with the person's address, made if there is none; which of the two is nobody's to know.
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
