package io.missionbrief.subgraph.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The wire protocol of SNS, as far as a relay speaks it, from a topic that refuses what a test wants it to refuse. */
final class ScriptedSns implements AutoCloseable {

    /** A message as it came over the wire. */
    record Message(String id, String body, String group, String type, String workspace) {}

    private final HttpServer server;
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile Predicate<Message> refused = message -> false;

    private ScriptedSns(HttpServer server) {
        this.server = server;
    }

    static ScriptedSns start() {
        try {
            var sns = new ScriptedSns(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            sns.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            sns.server.createContext("/", sns::answer);
            sns.server.start();
            return sns;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every message that was acknowledged, in the order in which they came. */
    List<Message> taken() {
        return taken;
    }

    /** How many messages each call brought. */
    List<Integer> batches() {
        return batches;
    }

    void refuse(Predicate<Message> which) {
        refused = which;
    }

    /** Whether every call fails. */
    void down(boolean isDown) {
        down = isDown;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String xml = form.getOrDefault("Action", "").equals("PublishBatch") ? published(form) : topic();
        byte[] body = xml.getBytes(UTF_8);
        exchange.sendResponseHeaders(down ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String topic() {
        return "<CreateTopicResponse><CreateTopicResult><TopicArn>arn:aws:sns:us-east-1:000000000000:topic</TopicArn>"
                + "</CreateTopicResult></CreateTopicResponse>";
    }

    private String published(Map<String, String> form) {
        List<Message> messages = IntStream.rangeClosed(1, 10)
                .mapToObj("PublishBatchRequestEntries.member.%d."::formatted)
                .filter(entry -> form.containsKey(entry + "Id"))
                .map(entry -> message(form, entry))
                .toList();
        var successful = new StringBuilder();
        var failed = new StringBuilder();
        for (Message message : messages) {
            if (down || refused.test(message)) {
                failed.append("<member><Id>%s</Id><Code>InternalError</Code><SenderFault>false</SenderFault></member>"
                        .formatted(message.id()));
            } else {
                taken.add(message);
                successful.append("<member><Id>%s</Id><MessageId>m</MessageId></member>".formatted(message.id()));
            }
        }
        batches.add(messages.size());
        return "<PublishBatchResponse><PublishBatchResult><Successful>%s</Successful><Failed>%s</Failed></PublishBatchResult></PublishBatchResponse>"
                .formatted(successful, failed);
    }

    private static Message message(Map<String, String> form, String entry) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 1; form.containsKey(entry + "MessageAttributes.entry." + i + ".Name"); i++) {
            String attribute = entry + "MessageAttributes.entry." + i + ".";
            attributes.put(
                    form.getOrDefault(attribute + "Name", ""), form.getOrDefault(attribute + "Value.StringValue", ""));
        }
        return new Message(
                form.getOrDefault(entry + "Id", ""),
                form.getOrDefault(entry + "Message", ""),
                form.getOrDefault(entry + "MessageGroupId", ""),
                attributes.getOrDefault("eventType", ""),
                attributes.getOrDefault("workspaceId", ""));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, equals), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
