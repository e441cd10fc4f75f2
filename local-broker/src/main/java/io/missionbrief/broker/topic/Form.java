package io.missionbrief.broker.topic;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request in AWS's query protocol: lists and maps are fields with numbers in their names, such as
 * {@code Attributes.entry.1.key}.
 *
 * @param fields by name
 */
record Form(Map<String, String> fields) {

    static Form parse(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String field : body.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw SnsException.refused("MalformedQueryString", "The request is not a form in URL encoding");
        }
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** @throws SnsException when it is not given, or empty */
    String required(String name) {
        return optional(name).filter(value -> !value.isEmpty()).orElseThrow(() -> SnsException.missing(name));
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The parts of a list, each as a form of its own. */
    List<Form> members(String list) {
        List<Form> members = new ArrayList<>();
        for (int number = 1; ; number++) {
            Form member = below(list + "." + number + ".");
            if (member.fields().isEmpty()) {
                return members;
            }
            members.add(member);
        }
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        members(name + ".entry")
                .forEach(entry ->
                        map.put(entry.required("key"), entry.optional("value").orElse("")));
        return map;
    }

    private Form below(String prefix) {
        Map<String, String> below = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                below.put(name.substring(prefix.length()), value);
            }
        });
        return new Form(below);
    }
}
