package io.missionbrief.leads.imports;

import io.missionbrief.leads.lead.NewLead;
import io.missionbrief.leads.neighbour.AskAdmin;
import io.missionbrief.subgraph.security.Actor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which of the owners that a file names are members of the workspace. Each is asked for once, together with those of its batch. */
final class KnownOwners {

    private final AskAdmin admin;
    private final Actor actor;
    private final Map<UUID, Boolean> members = new HashMap<>();

    KnownOwners(AskAdmin admin, Actor actor) {
        this.admin = admin;
        this.actor = actor;
    }

    /**
     * The lines, but those whose owner is no member have a mistake.
     *
     * @param column that names the owners
     * @throws io.missionbrief.subgraph.error.RequestException SERVICE_UNAVAILABLE when admin does not answer
     */
    List<ReadLine> confirmed(List<ReadLine> lines, String column) {
        Set<UUID> unknown = new HashSet<>();
        for (ReadLine line : lines) {
            UUID owner = line.lead() == null ? null : line.lead().ownerId();
            if (owner != null && !members.containsKey(owner)) {
                unknown.add(owner);
            }
        }
        if (!unknown.isEmpty()) {
            Set<UUID> found = admin.members(actor, unknown);
            unknown.forEach(owner -> members.put(owner, found.contains(owner)));
        }
        return members.containsValue(false)
                ? lines.stream().map(line -> confirmed(line, column)).toList()
                : lines;
    }

    private ReadLine confirmed(ReadLine line, String column) {
        NewLead lead = line.lead();
        UUID owner = lead == null ? null : lead.ownerId();
        return owner == null || members.getOrDefault(owner, false)
                ? line
                : line.refused(new Mistake(
                        LeadImportReportCode.INVALID_VALUE,
                        column,
                        owner.toString(),
                        "There is no member of this workspace with this id: invite the person, or map the value to"
                                + " another id by 'values'"));
    }
}
