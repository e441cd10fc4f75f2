package io.missionbrief.broker.http;

import java.util.Map;

/**
 * What a client gets.
 *
 * @param status of HTTP
 * @param headers those that say more than length and date
 * @param body may be empty
 */
public record Answer(int status, Map<String, String> headers, String body) {

    public boolean isSuccess() {
        return status == 200;
    }
}
