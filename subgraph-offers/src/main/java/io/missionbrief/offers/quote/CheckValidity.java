package io.missionbrief.offers.quote;

import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.security.Actor;
import io.missionbrief.subgraph.tenancy.DatabaseClock;
import io.missionbrief.subgraph.tenancy.TenantDatabase;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks until when a quote or an offer is to be good. */
@Component
public class CheckValidity {

    private static final int MOST_DAYS = 366;

    private final TenantDatabase database;

    CheckValidity(TenantDatabase database) {
        this.database = database;
    }

    /**
     * Checks that a time lies ahead by the database's clock, which is asked only when a time is given.
     *
     * @param field of the input
     * @param until null when the input does not say, which is allowed
     */
    public InputCheck check(InputCheck check, Actor actor, String field, @Nullable OffsetDateTime until) {
        if (until == null) {
            return check;
        }
        OffsetDateTime now = database.read(actor, DatabaseClock::read);
        return check.that(
                until.isAfter(now) && !until.isAfter(now.plusDays(MOST_DAYS)),
                field,
                "'" + field + "' is " + until + ": give a time from now on, at most a year ahead");
    }
}
