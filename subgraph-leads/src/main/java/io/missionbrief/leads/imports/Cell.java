package io.missionbrief.leads.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the value of one field stands in a line, and what it means. */
final class Cell {

    /** What a spreadsheet does not take for a formula although it begins like one: a number, or a telephone number. */
    private static final Pattern NUMBER = Pattern.compile("[+-][0-9 .,()/-]*");

    private final LeadImportFieldMapping mapping;
    private final int index;
    private final Set<String> absent;
    private final Map<String, String> values = new HashMap<>();

    /**
     * @param index of the column in a line; not looked at for a constant
     * @param absent values that mean that nothing is known
     */
    Cell(LeadImportFieldMapping mapping, int index, Set<String> absent) {
        this.mapping = mapping;
        this.index = index;
        this.absent = absent;
        mapping.values().forEach(value -> values.put(value.from(), value.to()));
    }

    /** Puts the value of this line into the lead, or what is wrong with it. */
    void read(List<String> line, LeadDraft lead) {
        String column = mapping.column();
        if (column == null) {
            lead.set(mapping, "constant", String.valueOf(mapping.constant()));
            return;
        }
        String written = line.get(index);
        String known = written.strip();
        String listed = listed(known);
        if (listed != null) {
            known = listed;
        } else if (!known.isEmpty() && !absent.contains(known)) {
            String otherwise = mapping.otherwise();
            if (otherwise == null && isFormula(written)) {
                lead.refuse(
                        LeadImportReportCode.FORMULA,
                        "The value begins like a formula, which a spreadsheet would execute: correct it, or map it to"
                                + " another one by 'values'",
                        column,
                        written);
                return;
            }
            known = otherwise == null ? known : otherwise;
        } else {
            return;
        }
        if (!known.isEmpty()) {
            lead.set(mapping, column, known);
        }
    }

    /** Null when the value is not listed. */
    private @Nullable String listed(String known) {
        String listed = values.get(known);
        return listed == null && absent.contains(known) ? values.get("") : listed;
    }

    /** By the rule of OWASP for CSV: what begins with =, +, -, @, a tab or a carriage return, but for numbers. */
    static boolean isFormula(String written) {
        if (written.isEmpty()) {
            return false;
        }
        return switch (written.charAt(0)) {
            case '=', '@', '\t', '\r' -> true;
            case '+', '-' -> !NUMBER.matcher(written).matches();
            case ' ' -> isFormula(written.stripLeading());
            default -> false;
        };
    }
}
