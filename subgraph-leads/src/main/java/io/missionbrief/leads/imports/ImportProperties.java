package io.missionbrief.leads.imports;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are imported.
 *
 * @param uploadUrl where clients reach this subgraph; upload addresses begin with it
 * @param importAddressFor how long an upload may begin after its address was given
 * @param importLimit the largest file
 * @param importBatch how many lines one transaction takes, 1 to 1,000
 * @param importsAtOnce how many files one instance takes at the same time: each has a connection of the pool most of the
 *     time, and a second one for moments
 * @param importAliveFor how long an upload counts as alive after a sign of life; a third of it lies between two
 */
@ConfigurationProperties("mission-brief.leads")
record ImportProperties(
        URI uploadUrl,
        @DefaultValue("PT15M") Duration importAddressFor,
        @DefaultValue("1GB") DataSize importLimit,
        @DefaultValue("1000") int importBatch,
        @DefaultValue("4") int importsAtOnce,
        @DefaultValue("PT30S") Duration importAliveFor) {

    private static final int LARGEST_BATCH = 1_000;

    ImportProperties {
        require(!importAddressFor.isNegative() && !importAddressFor.isZero(), "import-address-for", "PT15M");
        require(importLimit.toBytes() > 0, "import-limit", "1GB");
        require(importBatch > 0 && importBatch <= LARGEST_BATCH, "import-batch", "1000");
        require(importsAtOnce > 0, "imports-at-once", "4");
        require(importAliveFor.toMillis() > 0, "import-alive-for", "PT30S");
    }

    private static void require(boolean kept, String setting, String example) {
        if (!kept) {
            throw new IllegalArgumentException(
                    "mission-brief.leads." + setting + " is out of range: give a value such as " + example);
        }
    }
}
