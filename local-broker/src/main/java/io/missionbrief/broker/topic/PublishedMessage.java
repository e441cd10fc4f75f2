package io.missionbrief.broker.topic;

import io.missionbrief.broker.message.MessageAttribute;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is published, of one message or of an entry of a batch, and refuses what SNS would refuse. */
final class PublishedMessage {

    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,99}");
    private static final Pattern ATTRIBUTE_NAME = Pattern.compile("(?!\\.)(?!.*\\.\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");
    private static final Pattern RESERVED_NAME = Pattern.compile("(?i)(aws|amazon)\\..*");
    private static final Pattern GROUP = Pattern.compile("[!-~]{1,128}");

    private PublishedMessage() {}

    static Notification read(String topicArn, Form form) {
        requireKnown(form);
        String message = form.optional("Message").orElse("");
        if (message.isEmpty()) {
            throw SnsException.refused("InvalidParameter", "Invalid parameter: Empty message");
        }
        if (!Characters.areWritable(message)) {
            throw SnsException.invalid("Message", "it has a character that XML cannot carry");
        }
        Notification notification = new Notification(
                UUID.randomUUID().toString(),
                topicArn,
                matching(form, "Subject", SUBJECT, "it must be 1 to 100 printable characters of ASCII")
                        .orElse(null),
                message,
                attributes(form),
                matching(form, "MessageGroupId", GROUP, "it must be 1 to 128 printable characters of ASCII")
                        .orElse(null));
        if (notification.size() > Notification.LARGEST) {
            throw SnsException.refused("InvalidParameter", "Invalid parameter: Message too long");
        }
        return notification;
    }

    private static void requireKnown(Form form) {
        if (form.has("MessageStructure")) {
            throw SnsException.invalid("MessageStructure", "the local broker sends the same message to all");
        }
        if (form.has("MessageDeduplicationId")) {
            throw SnsException.invalid(
                    "MessageDeduplicationId",
                    "The request includes MessageDeduplicationId parameter that is not valid for this topic type");
        }
    }

    private static Optional<String> matching(Form form, String name, Pattern pattern, String reason) {
        Optional<String> value = form.optional(name);
        if (value.isPresent() && !pattern.matcher(value.get()).matches()) {
            throw SnsException.invalid(name, reason);
        }
        return value;
    }

    private static Map<String, MessageAttribute> attributes(Form form) {
        Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
        for (Form entry : form.members("MessageAttributes.entry")) {
            String name = entry.required("Name");
            if (!ATTRIBUTE_NAME.matcher(name).matches()
                    || RESERVED_NAME.matcher(name).matches()) {
                throw SnsException.refused(
                        "ParameterValueInvalid", "The name of the message attribute '" + name + "' is invalid.");
            }
            attributes.put(name, attribute(name, entry));
        }
        return attributes;
    }

    private static MessageAttribute attribute(String name, Form entry) {
        String dataType = entry.required("Value.DataType");
        String field = dataType.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue";
        MessageAttribute attribute =
                new MessageAttribute(dataType, entry.optional(field).orElse(""));
        if (attribute.value().isEmpty()) {
            throw SnsException.refused(
                    "ParameterValueInvalid",
                    "The message attribute '" + name
                            + "' must contain non-empty message attribute value for message attribute type '" + dataType
                            + "'.");
        }
        if (!isValid(attribute)) {
            throw SnsException.refused(
                    "ParameterValueInvalid",
                    "The message attribute '" + name + "' has an invalid message attribute type or value, '" + dataType
                            + "' is expected to be String, String.Array, Number or Binary with a value of that type.");
        }
        return attribute;
    }

    private static boolean isValid(MessageAttribute attribute) {
        try {
            return switch (attribute.kind()) {
                case "String" -> Characters.areWritable(attribute.value()) && isArrayIfTyped(attribute);
                case "Number" -> new BigDecimal(attribute.value()).precision() <= 38;
                case "Binary" -> Base64.getDecoder().decode(attribute.value()).length > 0;
                default -> false;
            };
        } catch (IllegalArgumentException | JacksonException _) {
            return false;
        }
    }

    private static boolean isArrayIfTyped(MessageAttribute attribute) {
        return !attribute.label().equals("Array")
                || JsonMapper.shared().readTree(attribute.value()).isArray();
    }
}
