package io.missionbrief.leads.document;

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

/** The documents of applications, and the mutations that change them. */
@Controller
class DocumentController {

    private final AddApplicationDocument addApplicationDocument;
    private final ReviewApplicationDocument reviewApplicationDocument;

    DocumentController(
            AddApplicationDocument addApplicationDocument, ReviewApplicationDocument reviewApplicationDocument) {
        this.addApplicationDocument = addApplicationDocument;
        this.reviewApplicationDocument = reviewApplicationDocument;
    }

    @SchemaMapping(typeName = "Application")
    CompletableFuture<Connection<ApplicationDocument>> documents(
            Application application,
            PageRequest page,
            DataLoader<ChildPage<UUID>, Connection<ApplicationDocument>> documentsOfApplications) {
        return documentsOfApplications.load(new ChildPage<>(application.id(), page));
    }

    @MutationMapping
    DocumentPayload addApplicationDocument(@Argument AddApplicationDocumentInput input, Actor actor) {
        return DocumentPayload.of(addApplicationDocument.execute(actor, input));
    }

    @MutationMapping
    DocumentPayload reviewApplicationDocument(@Argument ReviewApplicationDocumentInput input, Actor actor) {
        return DocumentPayload.of(reviewApplicationDocument.execute(actor, input));
    }
}
