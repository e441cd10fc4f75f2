package io.missionbrief.leads.application;

import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The fields of the root that read and change applications. */
@Controller
class ApplicationController {

    private final ApplicationQueries applications;
    private final CreateApplication createApplication;
    private final UpdateApplication updateApplication;
    private final SubmitApplication submitApplication;
    private final ChangeApplicationStatus changeApplicationStatus;
    private final DecideApplication decideApplication;

    ApplicationController(
            ApplicationQueries applications,
            CreateApplication createApplication,
            UpdateApplication updateApplication,
            SubmitApplication submitApplication,
            ChangeApplicationStatus changeApplicationStatus,
            DecideApplication decideApplication) {
        this.applications = applications;
        this.createApplication = createApplication;
        this.updateApplication = updateApplication;
        this.submitApplication = submitApplication;
        this.changeApplicationStatus = changeApplicationStatus;
        this.decideApplication = decideApplication;
    }

    @QueryMapping
    @Nullable
    Application application(@Argument String id, Actor actor) {
        return applications.byId(actor, ObjectId.parse("id", id));
    }

    @QueryMapping
    Connection<Application> applications(
            @Argument @Nullable ApplicationFilter filter,
            @Argument @Nullable ApplicationSort sort,
            PageRequest page,
            Actor actor) {
        return applications.page(
                actor,
                filter == null ? DSL.noCondition() : filter.condition(),
                sort == null ? ApplicationSort.newestFirst() : sort.keyset(),
                page);
    }

    @MutationMapping
    ApplicationPayload createApplication(@Argument CreateApplicationInput input, Actor actor) {
        return ApplicationPayload.of(createApplication.execute(actor, input));
    }

    @MutationMapping
    ApplicationPayload updateApplication(@Argument UpdateApplicationInput input, Actor actor) {
        return ApplicationPayload.of(updateApplication.execute(actor, input));
    }

    @MutationMapping
    ApplicationPayload submitApplication(@Argument SubmitApplicationInput input, Actor actor) {
        return ApplicationPayload.of(submitApplication.execute(actor, input));
    }

    @MutationMapping
    ApplicationPayload changeApplicationStatus(@Argument ChangeApplicationStatusInput input, Actor actor) {
        return ApplicationPayload.of(changeApplicationStatus.execute(actor, input));
    }

    @MutationMapping
    ApplicationPayload decideApplication(@Argument DecideApplicationInput input, Actor actor) {
        return ApplicationPayload.of(decideApplication.execute(actor, input));
    }
}
