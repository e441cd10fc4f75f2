package io.missionbrief.leads.lead;

import static io.missionbrief.leads.jooq.Tables.LEAD;

import io.missionbrief.leads.jooq.tables.records.LeadRecord;
import io.missionbrief.subgraph.change.ChangedColumns;
import io.missionbrief.subgraph.change.SeenVersion;
import io.missionbrief.subgraph.change.Text;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.ArgumentValue;

/** What clients say of a lead, when it is made and when it changes, by the {@link LeadRules}. */
final class LeadInput {

    private LeadInput() {}

    /** The input of {@code createLead}. */
    record Create(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company,
            LeadSource source,
            @Nullable String sourceDetail,
            @Nullable String externalReference,
            @Nullable String ownerId,
            List<String> tags,
            int score,
            @Nullable Object fields,
            @Nullable Object raw,
            @Nullable LeadConsentInput consent,
            @Nullable String idempotencyKey) {

        InputCheck check() {
            InputCheck check = LeadRules.details(new InputCheck(), company, sourceDetail)
                    .optionalText("name", name, LeadRules.NAME_LENGTH)
                    .optionalText("externalReference", externalReference, LeadRules.EXTERNAL_REFERENCE_LENGTH)
                    .required(
                            "name",
                            LeadRules.isIdentified(name, email, phone, company, externalReference),
                            LeadRules.NOT_IDENTIFIED);
            LeadRules.score(check, score);
            LeadRules.fields(check, fields);
            if (raw != null) {
                JsonRules.any(check, "raw", JsonDocument.ofInput(raw), LeadRules.RAW_KIBIBYTES);
            }
            if (consent != null) {
                consent.check(check);
            }
            return Tags.check(check, "tags", tags).that(!Tags.of(tags).areTooMany(), "tags", Tags.tooMany());
        }

        LeadRecord row(DSLContext transaction) {
            LeadRecord row = new LeadRecord();
            row.setExternalReference(Text.orNull(externalReference));
            row.setName(Text.orNull(name));
            row.setEmail(email);
            row.setPhone(phone);
            row.setCompany(Text.orNull(company));
            row.setSource(source.name());
            row.setSourceDetail(Text.orNull(sourceDetail));
            row.setTags(Tags.of(tags).column());
            row.setScore(score);
            row.setFields(JsonDocument.ofOptionalObject(fields).column());
            LeadConsent given = LeadInput.consent(transaction, consent);
            row.setConsent(given.status().name());
            row.setConsentAt(given.at());
            row.setConsentSource(given.source());
            return row;
        }
    }

    /** The input of {@code updateLead}. A field that is omitted stays as it is; null empties a field that may be empty. */
    record Update(
            String leadId,
            int expectedVersion,
            ArgumentValue<String> name,
            ArgumentValue<String> email,
            ArgumentValue<String> phone,
            ArgumentValue<String> company,
            ArgumentValue<String> sourceDetail,
            ArgumentValue<Integer> score,
            ArgumentValue<Object> fields,
            ArgumentValue<LeadConsentInput> consent,
            @Nullable String idempotencyKey) {

        InputCheck check() {
            InputCheck check = LeadRules.details(new InputCheck(), company.value(), sourceDetail.value())
                    .optionalText("name", name.value(), LeadRules.NAME_LENGTH);
            if (!score.isOmitted()) {
                LeadRules.score(check, score.value());
            }
            consent.ifPresent(given -> given.check(check));
            return LeadRules.fields(check, fields.value());
        }

        SeenVersion seen() {
            return new SeenVersion(leadId, expectedVersion);
        }

        /** Of what is known, something by which to find the lead again has to stay. */
        InputCheck checkWith(Lead lead) {
            return new InputCheck()
                    .required(
                            "name",
                            LeadRules.isIdentified(
                                    after(lead.name(), name),
                                    after(lead.email(), email),
                                    after(lead.phone(), phone),
                                    after(lead.company(), company),
                                    lead.externalReference()),
                            LeadRules.NOT_IDENTIFIED);
        }

        /** The columns that become others than those of the lead; none when nothing changes. */
        ChangedColumns changeOf(DSLContext transaction, Lead lead) {
            ChangedColumns columns = new ChangedColumns()
                    .change(LEAD.NAME, lead.name(), name, Text::orNull)
                    .change(LEAD.EMAIL, lead.email(), email, given -> given)
                    .change(LEAD.PHONE, lead.phone(), phone, given -> given)
                    .change(LEAD.COMPANY, lead.company(), company, Text::orNull)
                    .change(LEAD.SOURCE_DETAIL, lead.sourceDetail(), sourceDetail, Text::orNull)
                    .change(LEAD.SCORE, lead.score(), score, given -> given);
            changeFields(columns, lead.fieldsDocument(), fields);
            changeConsent(transaction, columns, lead.consent(), consent);
            return columns;
        }
    }

    private static @Nullable String after(@Nullable String before, ArgumentValue<String> given) {
        return given.isOmitted() ? before : given.value();
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
