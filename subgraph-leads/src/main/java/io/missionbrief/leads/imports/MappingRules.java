package io.missionbrief.leads.imports;

import io.missionbrief.leads.csv.CsvFormat;
import io.missionbrief.subgraph.graphql.PhoneNumber;
import io.missionbrief.subgraph.mutation.InputCheck;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is allowed for a mapping. What is wrong with it is told before the file is uploaded. */
final class MappingRules {

    private static final int MOST_FIELDS = 100;
    private static final int MOST_ABSENT = 100;
    private static final int MOST_VALUES = 500;
    private static final int KEY_LENGTH = 100;
    private static final int NAME_LENGTH = 200;
    private static final int VALUE_LENGTH = 2_000;

    private static final Set<LeadImportField> IDENTIFYING = EnumSet.of(
            LeadImportField.NAME,
            LeadImportField.EMAIL,
            LeadImportField.PHONE,
            LeadImportField.COMPANY,
            LeadImportField.EXTERNAL_REFERENCE);

    private MappingRules() {}

    static InputCheck check(InputCheck check, LeadImportMapping mapping) {
        checkFields(check, mapping);
        checkAll(check, "mapping.absent", mapping.absent(), MOST_ABSENT);
        check.that(
                mapping.delimiter().length() == 1
                        && CsvFormat.isDelimiter(mapping.delimiter().charAt(0)),
                "mapping.delimiter",
                "'delimiter' is not one character that can stand between two values: give one such as , or ;");
        String region = mapping.phoneRegion();
        return check.that(
                region == null || PhoneNumber.isRegion(region),
                "mapping.phoneRegion",
                "'phoneRegion' is not a country whose numbers are known: give its two letters, such as DE");
    }

    private static void checkFields(InputCheck check, LeadImportMapping mapping) {
        List<LeadImportFieldMapping> fields = mapping.fields();
        check.that(
                fields.size() <= MOST_FIELDS,
                "mapping.fields",
                "'fields' has " + fields.size() + " entries: give " + MOST_FIELDS + " at most");
        check.required(
                "mapping.fields",
                fields.stream().anyMatch(field -> IDENTIFYING.contains(field.field())),
                "No field tells who a lead is: map at least one of " + IDENTIFYING);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            LeadImportFieldMapping field = fields.get(i);
            String at = "mapping.fields." + i;
            check.that(
                    seen.add(field.field() + "." + field.key()),
                    at + ".field",
                    field.field() + " is filled twice: each field has one entry, and FIELD one for each key");
            checkField(check, at, field, mapping);
        }
    }

    private static void checkField(
            InputCheck check, String at, LeadImportFieldMapping field, LeadImportMapping mapping) {
        if (field.field() == LeadImportField.FIELD) {
            check.text(at + ".key", field.key(), KEY_LENGTH);
        } else {
            check.that(field.key() == null, at + ".key", "'key' is for FIELD alone: leave it out");
        }
        check.that(
                field.separator() == null || field.field() == LeadImportField.TAGS,
                at + ".separator",
                "'separator' is for TAGS alone: leave it out");
        check.that(
                field.separator() == null || !field.separator().isEmpty(),
                at + ".separator",
                "'separator' is empty: give what stands between two tags, or leave it out");
        check.that(
                (field.column() == null) != (field.constant() == null),
                at,
                "Give either 'column' or 'constant', and not both");
        if (field.column() != null) {
            check.text(at + ".column", field.column(), NAME_LENGTH);
        }
        checkValues(check, at, field, mapping);
    }

    private static void checkValues(
            InputCheck check, String at, LeadImportFieldMapping field, LeadImportMapping mapping) {
        List<LeadImportValue> values = field.values();
        check.that(
                values.size() <= MOST_VALUES,
                at + ".values",
                "'values' has " + values.size() + " entries: give " + MOST_VALUES + " at most");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            LeadImportValue value = values.get(i);
            String here = at + ".values." + i;
            check.optionalText(here + ".from", value.from(), VALUE_LENGTH);
            check.that(seen.add(value.from()), here + ".from", "'from' stands twice in 'values': give each value once");
            checkText(check, here + ".to", field, value.to(), mapping);
        }
        if (field.otherwise() != null) {
            checkText(check, at + ".otherwise", field, field.otherwise(), mapping);
        }
        if (field.constant() != null) {
            check.text(at + ".constant", field.constant(), VALUE_LENGTH);
            checkText(check, at + ".constant", field, field.constant(), mapping);
        }
    }

    /** A text that will be the value of the field has to be one that it can take. */
    private static void checkText(
            InputCheck check, String at, LeadImportFieldMapping field, String text, LeadImportMapping mapping) {
        if (text.isBlank()) {
            return;
        }
        LeadDraft draft = new LeadDraft(mapping.phoneRegion());
        draft.set(field, at.substring(at.lastIndexOf('.') + 1), text.strip());
        draft.mistakes().forEach(mistake -> check.that(false, at, mistake.reason()));
    }

    private static void checkAll(InputCheck check, String at, List<String> values, int most) {
        check.that(values.size() <= most, at, "There are " + values.size() + " values: give " + most + " at most");
        for (int i = 0; i < values.size(); i++) {
            check.optionalText(at + "." + i, values.get(i), VALUE_LENGTH);
        }
    }
}
