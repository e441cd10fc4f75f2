package io.missionbrief.subgraph.graphql;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Telephone numbers as people write them, brought to E.164. */
public final class PhoneNumber {

    /** Belongs to no country, so that a number has to bring its country code. */
    public static final String NO_REGION = "ZZ";

    private PhoneNumber() {}

    /** Whether the numbers of a country are known. */
    public static boolean isRegion(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /**
     * The number in E.164, such as {@code +4930901820}.
     *
     * @throws IllegalArgumentException when it has no country code or cannot exist
     */
    static String normalised(String text) {
        return normalised(text, NO_REGION);
    }

    /**
     * The same for a number that may be written as people of a country write it among themselves.
     *
     * @param region the country, two letters by ISO 3166-1; see {@link #isRegion}
     * @throws IllegalArgumentException when it cannot exist
     */
    public static String normalised(String text, String region) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(text, region);
            if (!numbers.isPossibleNumber(number)) {
                throw new IllegalArgumentException("The number is too short or too long for its country");
            }
            return numbers.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
