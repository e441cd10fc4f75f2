package io.missionbrief.admin.role;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The roles that every workspace has: those of {@code roles.json}, from which the command line takes scopes too. */
@Component
public final class Roles {

    private final Map<String, Role> roles;

    Roles() {
        this.roles = read().entrySet().stream()
                .map(entry -> new Role(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(Role::name, role -> role, (one, other) -> one, LinkedHashMap::new));
    }

    /** The role with this name; null when there is none. */
    public @Nullable Role find(String name) {
        return roles.get(name);
    }

    /** The role that a row names; one that is no longer listed gives nothing. */
    public Role of(String name) {
        return roles.getOrDefault(name, new Role(name, List.of()));
    }

    /** The names of all roles, the mightiest of a workspace first. */
    public Set<String> names() {
        return roles.keySet();
    }

    private static Map<String, List<String>> read() {
        try (InputStream json = new ClassPathResource("roles.json").getInputStream()) {
            return JsonMapper.shared().readValue(json, new TypeReference<LinkedHashMap<String, List<String>>>() {});
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
