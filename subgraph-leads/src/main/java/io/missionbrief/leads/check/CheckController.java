package io.missionbrief.leads.check;

import io.missionbrief.leads.application.Application;
import io.missionbrief.subgraph.graphql.ChildPage;
import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The checks of applications, and the mutations that change them. */
@Controller
class CheckController {

    private final RequestVerificationCheck requestVerificationCheck;
    private final CompleteVerificationCheck completeVerificationCheck;

    CheckController(
            RequestVerificationCheck requestVerificationCheck, CompleteVerificationCheck completeVerificationCheck) {
        this.requestVerificationCheck = requestVerificationCheck;
        this.completeVerificationCheck = completeVerificationCheck;
    }

    @SchemaMapping(typeName = "Application")
    CompletableFuture<Connection<VerificationCheck>> checks(
            Application application,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<VerificationCheck>> checksOfApplications) {
        return checksOfApplications.load(new ChildPage<>(application.id(), page));
    }

    @MutationMapping
    CheckPayload requestVerificationCheck(@Argument RequestVerificationCheckInput input, Actor actor) {
        return CheckPayload.of(requestVerificationCheck.execute(actor, input));
    }

    @MutationMapping
    CheckPayload completeVerificationCheck(@Argument CompleteVerificationCheckInput input, Actor actor) {
        return CheckPayload.of(completeVerificationCheck.execute(actor, input));
    }
}
