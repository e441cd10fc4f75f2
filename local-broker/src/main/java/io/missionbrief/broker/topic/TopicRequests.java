package io.missionbrief.broker.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What may be asked of topics. */
final class TopicRequests {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private static final Set<String> ATTRIBUTES =
            Set.of("DisplayName", "Policy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig", "DeliveryPolicy");

    private final Topics topics;
    private final String account;

    TopicRequests(Topics topics, String account) {
        this.topics = topics;
        this.account = account;
    }

    Element create(Form form) {
        String name = form.required("Name");
        if (name.endsWith(".fifo")) {
            throw SnsException.invalid("Name", "the local broker has standard topics only");
        }
        if (!NAME.matcher(name).matches()) {
            throw SnsException.invalid("Name", "it must be 1 to 256 letters, digits, hyphens and underscores");
        }
        Map<String, String> attributes = form.map("Attributes");
        attributes.keySet().forEach(TopicRequests::requireKnown);
        return Element.of(
                "CreateTopicResult",
                Element.text("TopicArn", topics.create(name, attributes).arn()));
    }

    private static void requireKnown(String attribute) {
        if (!ATTRIBUTES.contains(attribute)) {
            throw SnsException.invalid("Attributes", "'" + attribute + "' is not known to the local broker");
        }
    }

    Element attributes(Form form) {
        Topic topic = topics.require(form.required("TopicArn"));
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("TopicArn", topic.arn());
        attributes.put("Owner", account);
        attributes.put("DisplayName", "");
        attributes.put(
                "SubscriptionsConfirmed",
                String.valueOf(topics.routes(topic.arn()).size()));
        attributes.put("SubscriptionsPending", "0");
        attributes.put("SubscriptionsDeleted", "0");
        attributes.putAll(topic.attributes());
        return Element.of("GetTopicAttributesResult", Element.map("Attributes", attributes));
    }

    Element setAttribute(Form form) {
        Topic topic = topics.require(form.required("TopicArn"));
        String name = form.required("AttributeName");
        requireKnown(name);
        Map<String, String> attributes = new TreeMap<>(topic.attributes());
        attributes.put(name, form.optional("AttributeValue").orElse(""));
        topics.update(new Topic(topic.arn(), Map.copyOf(attributes)));
        return Element.of("SetTopicAttributesResult");
    }

    Element delete(Form form) {
        topics.delete(form.required("TopicArn"));
        return Element.of("DeleteTopicResult");
    }

    Element list(Form form) {
        return Page.of(topics.all(), form)
                .toElement("ListTopicsResult", "Topics", topic -> List.of(Element.text("TopicArn", topic.arn())));
    }
}
