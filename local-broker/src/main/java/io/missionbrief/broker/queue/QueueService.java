package io.missionbrief.broker.queue;

import io.missionbrief.broker.http.Answer;
import io.missionbrief.broker.http.Request;
import io.missionbrief.broker.http.Service;
import io.missionbrief.broker.store.StateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** SQS: ElasticMQ answers, and what it forgets of a queue is kept beside it. */
public final class QueueService implements Service {

    private static final String JSON = "application/x-amz-json-1.0";
    private static final String ATTRIBUTES = "Attributes";
    private static final String NAMES = "AttributeNames";

    private final QueueServer queues;
    private final ElasticMq elasticMq;
    private final KeptAttributes kept;

    /**
     * In front of a server that runs.
     *
     * @param file of the attributes that ElasticMQ does not keep
     */
    public QueueService(Path file, QueueServer queues) {
        this.queues = queues;
        this.elasticMq = new ElasticMq(queues.address());
        this.kept = new KeptAttributes(new StateFile<>(file, KeptAttributes.State.class));
    }

    @Override
    public Answer answer(Request request) {
        return switch (request.header("X-Amz-Target").orElse("")) {
            case "AmazonSQS.CreateQueue" -> createQueue(request);
            case "AmazonSQS.SetQueueAttributes" -> setQueueAttributes(request);
            case "AmazonSQS.GetQueueAttributes" -> getQueueAttributes(request);
            case "AmazonSQS.DeleteQueue" -> deleteQueue(request);
            default -> elasticMq.ask(request, request.body());
        };
    }

    private Answer createQueue(Request request) {
        ObjectNode asked = json(request.body());
        String queue = asked.path("QueueName").asString("");
        Map<String, String> attributes = takeKept(asked);
        boolean isThere = !queue.isEmpty() && queues.find(queue).isPresent();
        if (isThere && differs(queue, attributes)) {
            return nameExists();
        }
        Answer answer = elasticMq.ask(request, asked.toString());
        if (answer.isSuccess()) {
            kept.put(queue, attributes);
            queues.settle(queue);
        }
        return answer;
    }

    private boolean differs(String queue, Map<String, String> attributes) {
        Map<String, String> present = kept.of(queue);
        return attributes.entrySet().stream()
                .anyMatch(asked -> !asked.getValue().equals(present.getOrDefault(asked.getKey(), asked.getValue())));
    }

    private static Answer nameExists() {
        ObjectNode error = JsonMapper.shared()
                .createObjectNode()
                .put("__type", "com.amazonaws.sqs#QueueNameExists")
                .put("message", "A queue already exists with the same name and a different value for an attribute");
        return new Answer(
                400, Map.of("Content-Type", JSON, "x-amzn-query-error", "QueueAlreadyExists;Sender"), error.toString());
    }

    private Answer setQueueAttributes(Request request) {
        ObjectNode asked = json(request.body());
        Map<String, String> attributes = takeKept(asked);
        Answer answer = elasticMq.ask(request, asked.toString());
        if (answer.isSuccess()) {
            String queue = queueOf(asked);
            kept.put(queue, attributes);
            queues.settle(queue);
        }
        return answer;
    }

    private Answer getQueueAttributes(Request request) {
        ObjectNode asked = json(request.body());
        List<String> names = names(asked);
        ArrayNode passedOn = asked.putArray(NAMES);
        names.stream().filter(name -> !KeptAttributes.NAMES.contains(name)).forEach(passedOn::add);
        boolean onlyKept = passedOn.isEmpty() && !names.isEmpty();
        if (onlyKept) {
            passedOn.add("QueueArn");
        }
        Answer answer = elasticMq.ask(request, asked.toString());
        return answer.isSuccess() ? withKept(answer, queueOf(asked), names, onlyKept) : answer;
    }

    private Answer withKept(Answer answer, String queue, List<String> names, boolean onlyKept) {
        ObjectNode body = json(answer.body());
        ObjectNode attributes = onlyKept ? body.putObject(ATTRIBUTES) : body.withObject("/" + ATTRIBUTES);
        kept.of(queue).forEach((name, value) -> {
            if (names.contains("All") || names.contains(name)) {
                attributes.put(name, value);
            }
        });
        return new Answer(answer.status(), answer.headers(), body.toString());
    }

    private Answer deleteQueue(Request request) {
        Answer answer = elasticMq.ask(request, request.body());
        if (answer.isSuccess()) {
            String queue = queueOf(json(request.body()));
            kept.forget(queue);
            queues.settle(queue);
        }
        return answer;
    }

    private static Map<String, String> takeKept(ObjectNode asked) {
        Map<String, String> taken = new HashMap<>();
        if (asked.get(ATTRIBUTES) instanceof ObjectNode attributes) {
            for (String name : KeptAttributes.NAMES) {
                JsonNode value = attributes.remove(name);
                if (value != null) {
                    taken.put(name, value.asString(""));
                }
            }
        }
        return taken;
    }

    private static List<String> names(ObjectNode asked) {
        List<String> names = new ArrayList<>();
        asked.path(NAMES).forEach(name -> names.add(name.asString("")));
        return names;
    }

    private static String queueOf(ObjectNode asked) {
        String url = asked.path("QueueUrl").asString("");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** What is not JSON is passed on as nothing, and ElasticMQ says what is missing. */
    private static ObjectNode json(String body) {
        try {
            return JsonMapper.shared().readTree(body) instanceof ObjectNode object ? object : empty();
        } catch (JacksonException _) {
            return empty();
        }
    }

    private static ObjectNode empty() {
        return JsonMapper.shared().createObjectNode();
    }
}
