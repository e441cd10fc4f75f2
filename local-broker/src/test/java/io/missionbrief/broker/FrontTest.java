package io.missionbrief.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

@DisabledIfEnvironmentVariable(
        named = "MISSION_AWS_ENDPOINT",
        matches = ".+",
        disabledReason = "is about the process itself")
class FrontTest {

    @Test
    void refusesWebPages() throws Exception {
        assertThat(status(request("Action=ListTopics").header("Origin", "https://example.com")))
                .isEqualTo(403);
    }

    @Test
    void refusesABodyThatNoRequestHas() throws Exception {
        assertThat(status(request("Action=Publish&Message=" + "x".repeat(4 * 1024 * 1024))))
                .isEqualTo(413);
    }

    @Test
    void refusesAFormThatIsNone() throws Exception {
        assertThat(status(request("Action=%zz"))).isEqualTo(400);
    }

    private static HttpRequest.Builder request(String form) {
        return HttpRequest.newBuilder(SharedBroker.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sns/aws4_request")
                .POST(BodyPublishers.ofString(form));
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
