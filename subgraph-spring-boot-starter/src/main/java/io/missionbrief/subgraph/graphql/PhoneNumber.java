package io.missionbrief.subgraph.graphql;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers as people write them, brought to E.164. */
final class PhoneNumber {

    /** Belongs to no country, so that a number has to bring its country code. */
    private static final String NO_REGION = "ZZ";

    private PhoneNumber() {}

    /**
     * The number in E.164, such as {@code +4930901820}.
     *
     * @throws IllegalArgumentException when it has no country code or cannot exist
     */
    static String normalised(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, NO_REGION);
            if (!numbers.isPossibleNumber(number)) {
                throw new IllegalArgumentException("The number is too short or too long for its country");
            }
            return numbers.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
