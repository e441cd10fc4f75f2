package io.missionbrief.leads.lead;

import io.missionbrief.subgraph.error.RequestException;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.reference.Reference;
import io.missionbrief.subgraph.security.Actor;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields of the root that read and change leads. */
@Controller
class LeadController {

    private final LeadQueries leads;
    private final CountLeads countLeads;
    private final CreateLead createLead;
    private final UpdateLead updateLead;
    private final ChangeLeadStatus changeLeadStatus;
    private final AssignLead assignLead;
    private final TagLead tagLead;

    LeadController(
            LeadQueries leads,
            CountLeads countLeads,
            CreateLead createLead,
            UpdateLead updateLead,
            ChangeLeadStatus changeLeadStatus,
            AssignLead assignLead,
            TagLead tagLead) {
        this.leads = leads;
        this.countLeads = countLeads;
        this.createLead = createLead;
        this.updateLead = updateLead;
        this.changeLeadStatus = changeLeadStatus;
        this.assignLead = assignLead;
        this.tagLead = tagLead;
    }

    @QueryMapping
    @Nullable
    Lead lead(@Argument @Nullable String id, @Argument @Nullable String reference, Actor actor) {
        if (id != null && reference == null) {
            return leads.byId(actor, ObjectId.parse("id", id));
        }
        if (reference != null && id == null) {
            return leads.byReference(actor, parsed(reference));
        }
        throw RequestException.badUserInput("id", "Give either 'id' or 'reference', and not both");
    }

    @QueryMapping
    Connection<Lead> leads(
            @Argument @Nullable LeadFilter filter, @Argument @Nullable LeadSort sort, PageRequest page, Actor actor) {
        return leads.page(actor, condition(filter), sort == null ? LeadSort.newestFirst() : sort.keyset(), page);
    }

    @QueryMapping
    LeadCounts leadCounts(@Argument @Nullable LeadFilter filter, @Argument List<LeadCountDimension> by, Actor actor) {
        return countLeads.execute(actor, condition(filter), by);
    }

    private static Condition condition(@Nullable LeadFilter filter) {
        return filter == null ? DSL.noCondition() : filter.condition();
    }

    @MutationMapping
    LeadPayload createLead(@Argument LeadInput.Create input, Actor actor) {
        return LeadPayload.of(createLead.execute(actor, input));
    }

    @MutationMapping
    LeadPayload updateLead(@Argument LeadInput.Update input, Actor actor) {
        return LeadPayload.of(updateLead.execute(actor, input));
    }

    @MutationMapping
    LeadPayload changeLeadStatus(@Argument ChangeLeadStatusInput input, Actor actor) {
        return LeadPayload.of(changeLeadStatus.execute(actor, input));
    }

    @MutationMapping
    LeadPayload assignLead(@Argument AssignLeadInput input, Actor actor) {
        return LeadPayload.of(assignLead.execute(actor, input));
    }

    @MutationMapping
    LeadPayload tagLead(@Argument TagLeadInput input, Actor actor) {
        return LeadPayload.of(tagLead.execute(actor, input));
    }

    private static Reference parsed(String reference) {
        return Reference.parse(reference)
                .orElseThrow(
                        () -> RequestException.badUserInput(
                                "reference",
                                "'reference' is not a reference: compare it with the original, a character is wrong or missing"));
    }
}
