package io.missionbrief.subgraph.graphql;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.ISO_INSTANT;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The scalars that {@code scalars.graphqls} declares. */
final class Scalars {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,18})?");

    private Scalars() {}

    static List<GraphQLScalarType> all() {
        return List.of(
                TextScalar.named(
                        "DateTime",
                        "an instant with an offset such as 2026-05-01T09:30:00Z, in the years 1 to 9999",
                        OffsetDateTime.class,
                        Scalars::instant,
                        instant -> ISO_INSTANT.format(instant.toInstant())),
                TextScalar.named(
                        "Date",
                        "a day such as 2026-05-01, in the years 1 to 9999",
                        LocalDate.class,
                        Scalars::day,
                        ISO_LOCAL_DATE::format),
                TextScalar.named(
                        "Decimal",
                        "a decimal number such as \"12.50\" with at most 20 digits before the point and 18 after it",
                        BigDecimal.class,
                        text -> new BigDecimal(matching(text, DECIMAL.asMatchPredicate())),
                        BigDecimal::toPlainString),
                TextScalar.named(
                        "UUID",
                        "a UUID such as 0197c3f0-0000-7000-8000-000000000000",
                        UUID.class,
                        text -> ObjectId.parse("", text),
                        UUID::toString),
                TextScalar.named(
                        "CurrencyCode",
                        "the three letters of a currency by ISO 4217, such as EUR",
                        Currency.class,
                        Currency::getInstance,
                        Currency::getCurrencyCode),
                text("EmailAddress", "an email address such as ada@example.com", EmailAddress::normalised),
                text(
                        "PhoneNumber",
                        "a telephone number with its country code, such as +49 30 901820",
                        PhoneNumber::normalised),
                text("Cursor", "a cursor as this API answered it", UnaryOperator.identity()),
                JsonScalar.JSON);
    }

    private static GraphQLScalarType text(String name, String expected, UnaryOperator<String> read) {
        return TextScalar.named(name, expected, String.class, read, text -> text);
    }

    private static OffsetDateTime instant(String text) {
        OffsetDateTime instant =
                OffsetDateTime.parse(text, ISO_OFFSET_DATE_TIME).withOffsetSameInstant(UTC);
        day(instant.toLocalDate());
        return instant;
    }

    private static LocalDate day(String text) {
        return day(LocalDate.parse(text, ISO_LOCAL_DATE));
    }

    /** PostgreSQL knows other years, but a client that means them is mistaken. */
    private static LocalDate day(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException();
        }
        return day;
    }

    private static String matching(String text, Predicate<String> form) {
        if (!form.test(text)) {
            throw new IllegalArgumentException();
        }
        return text;
    }
}
