package io.missionbrief.subgraph.relay;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Where SNS is, and who asks there.
 *
 * @param region such as {@code eu-north-1}; without one no events are sent
 * @param endpoint such as a local broker's; null for AWS itself
 * @param accessKey null for credentials from where the AWS SDK looks for them, such as the role of a task
 * @param secretKey of the access key
 */
@ConfigurationProperties("mission-brief.aws")
record AwsProperties(
        String region,
        @Nullable URI endpoint,
        @Nullable String accessKey,
        @Nullable String secretKey) {

    /** @throws IllegalArgumentException when one half of the credentials is missing */
    AwsProperties {
        if ((accessKey == null) != (secretKey == null)) {
            throw new IllegalArgumentException(
                    "mission-brief.aws: access-key and secret-key are given together, or both left out");
        }
    }

    /** As the access key says, or the AWS SDK finds. */
    AwsCredentialsProvider credentials() {
        return accessKey == null || secretKey == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey));
    }
}
