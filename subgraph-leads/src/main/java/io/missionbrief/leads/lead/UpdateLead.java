package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.subgraph.change.ChangeVersioned;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.mutation.InputCheck;
import io.missionbrief.subgraph.mutation.Mutation;
import io.missionbrief.subgraph.mutation.Outcome;
import io.missionbrief.subgraph.mutation.UserError;
import io.missionbrief.subgraph.mutation.UserErrorCode;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.stereotype.Service;

/** Something else is known of a lead. */
@Service
class UpdateLead {

    private static final UserError SAME_REFERENCE = UserError.of(
            UserErrorCode.ALREADY_EXISTS,
            "sourceDetail",
            "There is a lead with the same externalReference from this source: read that one, or give another source");

    private final ChangeVersioned change;

    UpdateLead(ChangeVersioned change) {
        this.change = change;
    }

    Outcome<Lead> execute(Actor actor, UpdateLeadInput input) {
        return check(input)
                .then(() -> change.execute(
                        actor,
                        new Mutation("updateLead", input.idempotencyKey(), input)
                                .telling("lead_external_reference_once", SAME_REFERENCE),
                        LeadQueries.LEADS,
                        input.seen(),
                        LeadEvents.UPDATED,
                        (transaction, lead) ->
                                identified(lead, input).then(() -> Outcome.done(columns(transaction, lead, input)))));
    }

    /** Of what is known, something by which to find the lead again has to stay. */
    private static InputCheck identified(Lead lead, UpdateLeadInput input) {
        return new InputCheck()
                .required(
                        "name",
                        LeadRules.isIdentified(
                                after(lead.name(), input.name()),
                                after(lead.email(), input.email()),
                                after(lead.phone(), input.phone()),
                                after(lead.company(), input.company()),
                                lead.externalReference()),
                        LeadRules.NOT_IDENTIFIED);
    }

    private static @Nullable String after(@Nullable String before, ArgumentValue<String> given) {
        return given.isOmitted() ? before : given.value();
    }

    private static InputCheck check(UpdateLeadInput input) {
        InputCheck check = LeadRules.details(
                new InputCheck(), input.company().value(), input.sourceDetail().value());
        check.optionalText("name", input.name().value(), LeadRules.NAME_LENGTH);
        if (!input.score().isOmitted()) {
            LeadRules.score(check, input.score().value());
        }
        input.consent().ifPresent(consent -> consent.check(check));
        return LeadRules.fields(check, input.fields().value());
    }

    private static ChangedColumns columns(DSLContext transaction, Lead lead, UpdateLeadInput input) {
        ChangedColumns columns = new ChangedColumns()
                .change(LEAD.NAME, lead.name(), input.name(), Text::orNull)
                .change(LEAD.EMAIL, lead.email(), input.email(), email -> email)
                .change(LEAD.PHONE, lead.phone(), input.phone(), phone -> phone)
                .change(LEAD.COMPANY, lead.company(), input.company(), Text::orNull)
                .change(LEAD.SOURCE_DETAIL, lead.sourceDetail(), input.sourceDetail(), Text::orNull)
                .change(LEAD.SCORE, lead.score(), input.score(), score -> score);
        changeFields(columns, lead.fieldsDocument(), input.fields());
        changeConsent(transaction, columns, lead.consent(), input.consent());
        return columns;
    }

    private static void changeFields(ChangedColumns columns, JsonDocument before, ArgumentValue<Object> given) {
        JsonDocument after = JsonDocument.ofOptionalObject(given.value());
        if (!given.isOmitted() && !after.means(before)) {
            columns.set(LEAD.FIELDS, after.column());
        }
    }

    private static void changeConsent(
            DSLContext transaction, ChangedColumns columns, LeadConsent before, ArgumentValue<LeadConsentInput> given) {
        if (given.isOmitted()) {
            return;
        }
        LeadConsent after = consent(transaction, given.value());
        columns.change(LEAD.CONSENT, before.status().name(), after.status().name())
                .change(LEAD.CONSENT_AT, before.at(), after.at())
                .change(LEAD.CONSENT_SOURCE, before.source(), after.source());
    }

    private static LeadConsent consent(DSLContext transaction, @Nullable LeadConsentInput given) {
        return given == null ? LeadConsent.UNKNOWN : given.consent(transaction);
    }
}
