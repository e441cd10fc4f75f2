package io.missionbrief.subgraph.reference;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person reads out to name an object, such as {@code 7K3M9-Q2XA8F}: fifty random bits in
 * <a href="https://www.crockford.com/base32.html">Crockford's base 32</a> and his check symbol. It is chosen at random
 * because a counter would make every insert of a workspace wait for the one before. The check symbol finds every wrong
 * character and every swap of two neighbours.
 *
 * @param value in upper case with its hyphen
 */
public record Reference(String value) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final BigInteger CHECK_MODULUS = BigInteger.valueOf(37);
    private static final int SYMBOLS = 10;
    private static final int GROUP = 5;
    private static final int BITS_PER_SYMBOL = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException when it is not a reference in its written form */
    public Reference {
        if (!parse(value, false).equals(Optional.of(value))) {
            throw new IllegalArgumentException("Not a reference: " + value);
        }
    }

    /** A new one. */
    public static Reference random() {
        while (true) {
            BigInteger number = new BigInteger(SYMBOLS * BITS_PER_SYMBOL, RANDOM);
            // Five check symbols, such as * and ~, cannot be read out: numbers that would need one are left out.
            if (check(number) < ALPHABET.length()) {
                return new Reference(written(number));
            }
        }
    }

    /**
     * What a person typed, in any case, with or without the hyphen, with O for 0 and I or L for 1.
     *
     * @return empty when it is no reference or has a typing error
     */
    public static Optional<Reference> parse(String text) {
        return parse(text, true).map(Reference::new);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> parse(String text, boolean lenient) {
        String symbols = lenient
                ? text.strip()
                        .toUpperCase(Locale.ROOT)
                        .replace("-", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1')
                : text.replace("-", "");
        if (symbols.length() != SYMBOLS + 1 || !symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)) {
            return Optional.empty();
        }
        BigInteger number = BigInteger.ZERO;
        for (char symbol : symbols.substring(0, SYMBOLS).toCharArray()) {
            number = number.shiftLeft(BITS_PER_SYMBOL).or(BigInteger.valueOf(ALPHABET.indexOf(symbol)));
        }
        boolean isIntact = check(number) == ALPHABET.indexOf(symbols.charAt(SYMBOLS));
        return isIntact ? Optional.of(written(number)) : Optional.empty();
    }

    private static String written(BigInteger number) {
        StringBuilder text = new StringBuilder();
        for (int place = SYMBOLS - 1; place >= 0; place--) {
            int symbol = number.shiftRight(place * BITS_PER_SYMBOL).intValue() & (ALPHABET.length() - 1);
            text.append(ALPHABET.charAt(symbol));
        }
        return text.insert(GROUP, '-').append(ALPHABET.charAt(check(number))).toString();
    }

    private static int check(BigInteger number) {
        return number.mod(CHECK_MODULUS).intValue();
    }
}
