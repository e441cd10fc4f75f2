package io.missionbrief.broker.topic;

import io.missionbrief.broker.filter.FilterPolicy;

/**
 * A subscription, ready to be asked for each message.
 *
 * @param subscription whose it is
 * @param filter its filter policy, read
 */
record Route(Subscription subscription, FilterPolicy filter) {

    static Route of(Subscription subscription) {
        return new Route(subscription, subscription.settings().filter());
    }
}
