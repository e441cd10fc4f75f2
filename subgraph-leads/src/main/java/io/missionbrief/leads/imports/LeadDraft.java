package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.ConsentStatus;
import io.missionbrief.leads.lead.LeadRules;
import io.missionbrief.leads.lead.LeadSource;
import io.missionbrief.leads.lead.LeadStatus;
import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.lead.Tags;
import io.missionbrief.subgraph.graphql.EmailAddress;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PhoneNumber;
import io.missionbrief.subgraph.json.JsonDocument;
import io.missionbrief.subgraph.json.JsonRules;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A lead in the making: takes the values of one line, and collects what is wrong with them. */
final class LeadDraft {

    private static final int SHOWN = 60;

    private final String phoneRegion;
    private final List<Mistake> mistakes = new ArrayList<>(0);
    private final Map<String, String> fields = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable String company;
    private @Nullable String externalReference;
    private LeadSource source = LeadSource.IMPORT;
    private @Nullable String sourceDetail;
    private LeadStatus status = LeadStatus.NEW;
    private @Nullable String statusReason;
    private @Nullable UUID ownerId;
    private Tags tags = Tags.of(List.of());
    private int score;
    private ConsentStatus consent = ConsentStatus.UNKNOWN;
    private @Nullable String consentSource;

    /** @param phoneRegion the country of numbers without a country code; null when each has to have its own */
    LeadDraft(@Nullable String phoneRegion) {
        this.phoneRegion = phoneRegion == null ? PhoneNumber.NO_REGION : phoneRegion;
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** Notes that something is wrong with a value. */
    void refuse(LeadImportReportCode code, String reason, String column, String value) {
        mistakes.add(new Mistake(code, column, value, reason));
    }

    /**
     * Takes a value.
     *
     * @param column what the value is called when something is wrong with it
     * @param value without spaces around it, and not empty
     */
    void set(LeadImportFieldMapping mapping, String column, String value) {
        if (value.indexOf('\0') >= 0) {
            refuse(
                    LeadImportReportCode.INVALID_VALUE,
                    "The value holds a character that cannot be stored (NUL): leave it out",
                    column,
                    value);
            return;
        }
        switch (mapping.field()) {
            case NAME -> name = text(column, value, LeadRules.NAME_LENGTH);
            case EMAIL -> email = email(column, value);
            case PHONE -> phone = phone(column, value);
            case COMPANY -> company = text(column, value, LeadRules.COMPANY_LENGTH);
            case EXTERNAL_REFERENCE -> externalReference = text(column, value, LeadRules.EXTERNAL_REFERENCE_LENGTH);
            case SOURCE -> source = oneOf(column, value, LeadSource.values(), source);
            case SOURCE_DETAIL -> sourceDetail = text(column, value, LeadRules.SOURCE_DETAIL_LENGTH);
            case STATUS -> status = oneOf(column, value, LeadStatus.values(), status);
            case STATUS_REASON -> statusReason = text(column, value, LeadRules.REASON_LENGTH);
            case OWNER_ID -> ownerId = owner(column, value);
            case TAGS -> tags = tags(column, value, mapping.separator());
            case SCORE -> score = score(column, value);
            case CONSENT -> consent = oneOf(column, value, ConsentStatus.values(), consent);
            case CONSENT_SOURCE -> consentSource = text(column, value, LeadRules.CONSENT_SOURCE_LENGTH);
            case FIELD -> fields.put(String.valueOf(mapping.key()), value);
        }
    }

    /**
     * The lead, unless something is wrong with it.
     *
     * @param raw what no field uses; null when there is nothing
     */
    @Nullable
    NewLead lead(@Nullable JsonDocument raw) {
        JsonDocument fieldsDocument = fields.isEmpty() ? JsonDocument.EMPTY : JsonDocument.ofInput(fields);
        checkTogether(fieldsDocument, raw);
        return mistakes.isEmpty()
                ? new NewLead(
                        name,
                        email,
                        phone,
                        company,
                        externalReference,
                        source,
                        sourceDetail,
                        status,
                        statusReason,
                        ownerId,
                        tags,
                        score,
                        fieldsDocument,
                        consent,
                        consentSource,
                        raw)
                : null;
    }

    private void checkTogether(JsonDocument fieldsDocument, @Nullable JsonDocument raw) {
        if (mistakes.isEmpty() && !LeadRules.isIdentified(name, email, phone, company, externalReference)) {
            refuse(LeadImportReportCode.NOTHING_TO_IDENTIFY, LeadRules.NOT_IDENTIFIED);
        }
        if (status == LeadStatus.LOST && statusReason == null) {
            refuse(
                    LeadImportReportCode.MISSING_VALUE,
                    "A lead that is LOST needs a reason: map STATUS_REASON to a column, or to a constant");
        }
        if (!fields.isEmpty()) {
            told(JsonRules.any(new InputCheck(), "fields", fieldsDocument, LeadRules.FIELDS_KIBIBYTES));
        }
        if (raw != null) {
            told(JsonRules.any(new InputCheck(), "raw", raw, LeadRules.RAW_KIBIBYTES));
        }
    }

    private void told(InputCheck check) {
        check.errors().forEach(error -> refuse(LeadImportReportCode.INVALID_VALUE, error.message()));
    }

    private void refuse(LeadImportReportCode code, String reason) {
        mistakes.add(new Mistake(code, null, null, reason));
    }

    private @Nullable String text(String column, String value, int maximum) {
        return isKept(new InputCheck().optionalText(column, value, maximum), column, value) ? value : null;
    }

    /** Whether the rules that leads have everywhere are kept. */
    private boolean isKept(InputCheck check, String column, String value) {
        check.errors().forEach(error -> refuse(LeadImportReportCode.INVALID_VALUE, error.message(), column, value));
        return check.errors().isEmpty();
    }

    private @Nullable String email(String column, String value) {
        return parsed(
                column,
                value,
                EmailAddress::normalised,
                "is not an email address such as ada@example.com: correct it, or list it under 'absent'");
    }

    private @Nullable String phone(String column, String value) {
        return parsed(
                column,
                value,
                text -> PhoneNumber.normalised(text, phoneRegion),
                phoneRegion.equals(PhoneNumber.NO_REGION)
                        ? "is not a telephone number with its country code, such as +49 30 901820: correct it, or say by"
                                + " 'phoneRegion' which country is meant"
                        : "is not a telephone number of " + phoneRegion + ", nor one with a country code, such as"
                                + " +49 30 901820: correct it, or list it under 'absent'");
    }

    private @Nullable UUID owner(String column, String value) {
        return parsed(
                column,
                value,
                text -> {
                    UUID id = ObjectId.parseOrNull(text);
                    if (id == null) {
                        throw new IllegalArgumentException("Not an id");
                    }
                    return id;
                },
                "is not the id of a user: map it to one by 'values'");
    }

    private int score(String column, String value) {
        Integer number = parsed(column, value, Integer::valueOf, "is not a whole number from 0 to 100: correct it");
        return number != null && isKept(LeadRules.score(new InputCheck(), column, number), column, value) ? number : 0;
    }

    private Tags tags(String column, String value, @Nullable String separator) {
        List<String> parts = separator == null
                ? List.of(value)
                : Arrays.stream(value.split(Pattern.quote(separator)))
                        .filter(part -> !part.isBlank())
                        .toList();
        Tags read = Tags.of(parts);
        InputCheck check = new InputCheck();
        parts.forEach(part -> Tags.checkOne(check, column, part));
        check.that(!read.areTooMany(), column, Tags.tooMany());
        return isKept(check, column, value) ? read : tags;
    }

    private <E extends Enum<E>> E oneOf(String column, String value, E[] known, E otherwise) {
        for (E one : known) {
            if (one.name().equals(value)) {
                return one;
            }
        }
        refuse(
                LeadImportReportCode.UNKNOWN_VALUE,
                quoted(value) + " is none of " + Arrays.toString(known) + ": map it to one of them by 'values' or"
                        + " 'otherwise'",
                column,
                value);
        return otherwise;
    }

    /** @param mistake continues the value when it cannot be read */
    private <T> @Nullable T parsed(String column, String value, Function<String, T> read, String mistake) {
        try {
            return read.apply(value);
        } catch (IllegalArgumentException malformed) {
            refuse(LeadImportReportCode.INVALID_VALUE, quoted(value) + " " + mistake, column, value);
            return null;
        }
    }

    private static String quoted(String value) {
        return "'" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value) + "'";
    }
}
