package io.missionbrief.leads;

import io.missionbrief.leads.imports.TestImport;
import io.missionbrief.leads.workspace.TestWorkspace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * Every way by which a client reaches an object, tried by a stranger on the objects of another workspace. It asks over HTTP
 * and knows nothing of the tables, so that the same check can be run on any database.
 */
final class WaysIn {

    /** Stands in every object of the other workspace that can be read, and nowhere else. */
    private final String secret = "secret-" + UUID.randomUUID();

    private final String email = UUID.randomUUID() + "@example.com";
    private final TestWorkspace stranger;
    private final JsonNode lead;
    private final String application;
    private final String document;
    private final String check;
    private final TestImport leadImport;
    private final Map<String, BooleanSupplier> ways = new LinkedHashMap<>();

    private WaysIn(TestWorkspace owner, TestWorkspace stranger) {
        this.stranger = stranger;
        stranger.lead("createLead", Map.of("name", "own", "email", email));
        lead = owner.lead(
                "createLead",
                Map.of("name", secret, "email", email, "sourceDetail", secret, "raw", Map.of("page", secret)));
        application = idOf(owner.application(
                "createApplication", Map.of("leadId", idOf(lead), "answers", Map.of("income", secret))));
        document = idOf(owner.payload("addApplicationDocument", "document { id }", newDocument())
                .path("document"));
        check = idOf(owner.payload("requestVerificationCheck", "check { id }", newCheck())
                .path("check"));
        leadImport = TestImport.ofFields(owner, "NAME", "EMAIL");
        leadImport.put("NAME,EMAIL\n," + secret + "\n");
        addLists();
        addKeys();
        addEntities();
        addNestedFields();
        addChangesOfLeads();
        addChangesOfApplications();
        addImports();
    }

    /** In a subgraph, with two workspaces of its own. */
    static WaysIn of(int port) {
        return new WaysIn(TestWorkspace.at(port), TestWorkspace.at(port));
    }

    /** The names of all of them. */
    Set<String> all() {
        return ways.keySet();
    }

    /** The names of those by which the stranger got to an object. */
    Set<String> open() {
        Set<String> open = new LinkedHashSet<>();
        ways.forEach((name, isOpen) -> {
            if (isOpen.getAsBoolean()) {
                open.add(name);
            }
        });
        return open;
    }

    private void addLists() {
        read("leads", "{ leads { nodes { name } } }");
        read("lead counts", "{ leadCounts(by: [SOURCE_DETAIL]) { groups { sourceDetail } } }");
        read("leads filtered", "{ leads(filter: { unassigned: true }) { nodes { name } } }");
        read("applications", "{ applications { nodes { answers } } }");
        read("applications of the lead", "{ applications(filter: { leadId: \"LEAD\" }) { nodes { answers } } }");
    }

    private void addKeys() {
        read("lead by id", "{ lead(id: \"LEAD\") { name } }");
        read("lead by reference", "{ lead(reference: \"REFERENCE\") { name } }");
        read("application by id", "{ application(id: \"APPLICATION\") { answers } }");
    }

    private void addEntities() {
        entity("Lead", "LEAD", "name");
        entity("Application", "APPLICATION", "answers");
        entity("ApplicationDocument", "DOCUMENT", "fileName");
        entity("VerificationCheck", "CHECK", "note");
    }

    private void addNestedFields() {
        read("Lead.duplicates", "{ leads { nodes { duplicates { name } } } }");
        read("Lead.raw", "{ lead(id: \"LEAD\") { raw } }");
        read("Lead.applications", "{ lead(id: \"LEAD\") { applications { nodes { answers } } } }");
        read("Application.lead", "{ application(id: \"APPLICATION\") { lead { name } } }");
        read("Application.documents", "{ application(id: \"APPLICATION\") { documents { nodes { fileName } } } }");
        read("Application.checks", "{ application(id: \"APPLICATION\") { checks { nodes { note } } } }");
    }

    private void addChangesOfLeads() {
        change("updateLead", "leadId", idOf(lead), Map.of("company", "other"));
        change("changeLeadStatus", "leadId", idOf(lead), Map.of("status", "CONTACTED"));
        change("assignLead", "leadId", idOf(lead), Map.of());
        change("tagLead", "leadId", idOf(lead), Map.of("add", "other"));
        mutation("createApplication", Map.of("leadId", idOf(lead)));
    }

    private void addChangesOfApplications() {
        change("updateApplication", "applicationId", application, Map.of("answers", Map.of("other", 1)));
        change("submitApplication", "applicationId", application, Map.of());
        change("changeApplicationStatus", "applicationId", application, Map.of("status", "WITHDRAWN"));
        change("decideApplication", "applicationId", application, Map.of("decision", "APPROVED"));
        mutation("addApplicationDocument", newDocument());
        change("reviewApplicationDocument", "documentId", document, Map.of("decision", "ACCEPTED"));
        mutation("requestVerificationCheck", newCheck());
        change("completeVerificationCheck", "checkId", check, Map.of("result", "PASSED"));
    }

    private void addImports() {
        String report = "{ report { nodes { value } } }";
        read("leadImports", "{ leadImports { nodes " + report + " } }");
        read("leadImport by id", "{ leadImport(id: \"IMPORT\") " + report + " }");
        read(
                "entity LeadImport",
                "{ _entities(representations: [{ __typename: \"LeadImport\", id: \"IMPORT\" }]) { ... on LeadImport "
                        + report + " } }");
        mutation("continueLeadImport", Map.of("importId", leadImport.id()));
    }

    private void entity(String type, String id, String field) {
        read(
                "entity " + type,
                "{ _entities(representations: [{ __typename: \"" + type + "\", id: \"" + id + "\" }]) { ... on " + type
                        + " { " + field + " } } }");
    }

    private void read(String name, String query) {
        String asked = query.replace("LEAD", idOf(lead))
                .replace("REFERENCE", lead.path("reference").asString())
                .replace("APPLICATION", application)
                .replace("DOCUMENT", document)
                .replace("CHECK", check)
                .replace("IMPORT", leadImport.id());
        ways.put(name, () -> stranger.answer(asked, Map.of()).toString().contains(secret));
    }

    private void change(String field, String idField, String id, Map<String, Object> more) {
        Map<String, Object> input = new LinkedHashMap<>(more);
        input.put(idField, id);
        input.put("expectedVersion", 1);
        mutation(field, input);
    }

    /** Open unless it is refused as for an object that is not there: any other answer has looked at it. */
    private void mutation(String field, Map<String, ?> input) {
        ways.put(field, () -> {
            JsonNode answer = stranger.mutation(field, "__typename", input);
            return !answer.at("/data/" + field + "/userErrors/0/code")
                    .asString()
                    .equals("NOT_FOUND");
        });
    }

    private Map<String, Object> newDocument() {
        return Map.of(
                "applicationId",
                application,
                "kind",
                "OTHER",
                "fileName",
                secret,
                "mediaType",
                "text/plain",
                "sizeBytes",
                1,
                "sha256",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private Map<String, Object> newCheck() {
        return Map.of("applicationId", application, "kind", "OTHER", "note", secret);
    }

    private static String idOf(JsonNode object) {
        return object.path("id").asString();
    }
}
