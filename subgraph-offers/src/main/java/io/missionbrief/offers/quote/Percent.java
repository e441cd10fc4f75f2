package io.missionbrief.offers.quote;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A share of an amount.
 *
 * @param basisPoints hundredths of a percent, 0 to 10,000
 */
public record Percent(int basisPoints) {

    private static final int WHOLE = 10_000;

    /** @throws IllegalArgumentException when it is out of range */
    public Percent {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A share lies between 0 and 10000 basis points: " + basisPoints);
        }
    }

    /** The share that a user wrote in percent; empty when it is out of range or finer than two decimals. */
    static Optional<Percent> of(BigDecimal percent) {
        BigDecimal basisPoints = percent.movePointRight(2).stripTrailingZeros();
        boolean isWhole = basisPoints.scale() <= 0;
        boolean isInRange = basisPoints.signum() >= 0 && basisPoints.compareTo(BigDecimal.valueOf(WHOLE)) <= 0;
        return isWhole && isInRange ? Optional.of(new Percent(basisPoints.intValueExact())) : Optional.empty();
    }

    BigDecimal inPercent() {
        return BigDecimal.valueOf(basisPoints, 2);
    }

    /** This share of an amount in minor units, not rounded. */
    BigDecimal of(long minor) {
        return BigDecimal.valueOf(minor)
                .multiply(BigDecimal.valueOf(basisPoints))
                .movePointLeft(4);
    }

    @Override
    public String toString() {
        return inPercent().stripTrailingZeros().toPlainString() + " %";
    }
}
