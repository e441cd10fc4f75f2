package io.missionbrief.leads.application;

import static io.missionbrief.leads.jooq.Tables.APPLICATION;

import io.missionbrief.subgraph.event.ChangeRecorder;
import io.missionbrief.subgraph.event.EventType;
import io.missionbrief.subgraph.security.Actor;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Records what happened to a part of an application. The person whom it describes is the application's lead. */
@Component
public class RecordApplicationPart {

    private final ChangeRecorder changes;

    RecordApplicationPart(ChangeRecorder changes) {
        this.changes = changes;
    }

    /**
     * Records a new part, and gives it back for the caller to go on with.
     *
     * @param leadId the lead of its application, as {@link OpenApplication} tells it
     */
    public <T extends ApplicationPart> T created(
            DSLContext transaction, Actor actor, EventType event, UUID leadId, T created) {
        changes.created(transaction, actor, event, created.snapshot(leadId));
        return created;
    }

    /** Records a change, and gives the part after it back for the caller to go on with. */
    public <T extends ApplicationPart> T changed(
            DSLContext transaction, Actor actor, EventType event, T before, T after) {
        UUID leadId = leadOf(transaction, after);
        changes.changed(transaction, actor, event, before.snapshot(leadId), after.snapshot(leadId));
        return after;
    }

    private static UUID leadOf(DSLContext transaction, ApplicationPart part) {
        return Objects.requireNonNull(transaction
                .select(APPLICATION.LEAD_ID)
                .from(APPLICATION)
                .where(APPLICATION.ID.eq(part.applicationId()))
                .fetchSingle(APPLICATION.LEAD_ID));
    }
}
