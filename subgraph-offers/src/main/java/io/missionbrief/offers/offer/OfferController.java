package io.missionbrief.offers.offer;

import static io.missionbrief.offers.offer.OfferStatus.ACCEPTED;
import static io.missionbrief.offers.offer.OfferStatus.DECLINED;
import static io.missionbrief.offers.offer.OfferStatus.SENT;
import static io.missionbrief.offers.offer.OfferStatus.VIEWED;
import static io.missionbrief.offers.offer.OfferStatus.WITHDRAWN;

import io.missionbrief.subgraph.graphql.Connection;
import io.missionbrief.subgraph.graphql.ObjectId;
import io.missionbrief.subgraph.graphql.PageRequest;
import io.missionbrief.subgraph.security.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Queries and mutations of offers. */
@Controller
class OfferController {

    private final OfferQueries offers;
    private final CreateOffer createOffer;
    private final MoveOffer moveOffer;

    OfferController(OfferQueries offers, CreateOffer createOffer, MoveOffer moveOffer) {
        this.offers = offers;
        this.createOffer = createOffer;
        this.moveOffer = moveOffer;
    }

    @QueryMapping
    @Nullable
    Offer offer(@Argument String id, Actor actor) {
        return offers.byId(actor, ObjectId.parse("id", id));
    }

    @QueryMapping
    Connection<Offer> offers(
            @Argument @Nullable OfferFilter filter, @Argument @Nullable OfferSort sort, PageRequest page, Actor actor) {
        return offers.page(actor, filter, sort, page);
    }

    @MutationMapping
    OfferPayload createOffer(@Argument CreateOfferInput input, Actor actor) {
        return OfferPayload.of(createOffer.execute(actor, input));
    }

    @MutationMapping
    OfferPayload sendOffer(@Argument OfferStepInput input, Actor actor) {
        return OfferPayload.of(moveOffer.execute(actor, "sendOffer", SENT, input));
    }

    @MutationMapping
    OfferPayload markOfferViewed(@Argument OfferStepInput input, Actor actor) {
        return OfferPayload.of(moveOffer.execute(actor, "markOfferViewed", VIEWED, input));
    }

    @MutationMapping
    OfferPayload acceptOffer(@Argument OfferStepInput input, Actor actor) {
        return OfferPayload.of(moveOffer.execute(actor, "acceptOffer", ACCEPTED, input));
    }

    @MutationMapping
    OfferPayload declineOffer(@Argument OfferStepInput input, Actor actor) {
        return OfferPayload.of(moveOffer.execute(actor, "declineOffer", DECLINED, input));
    }

    @MutationMapping
    OfferPayload withdrawOffer(@Argument OfferStepInput input, Actor actor) {
        return OfferPayload.of(moveOffer.execute(actor, "withdrawOffer", WITHDRAWN, input));
    }
}
