package io.missionbrief.broker.topic;

/** A refusal, as SNS words it. */
final class SnsException extends RuntimeException {

    private final int status;
    private final String code;

    private SnsException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static SnsException invalid(String parameter, String reason) {
        return refused("InvalidParameter", "Invalid parameter: " + parameter + " Reason: " + reason);
    }

    static SnsException missing(String parameter) {
        return refused("InvalidParameter", "Invalid parameter: " + parameter + " Reason: it must be given");
    }

    static SnsException refused(String code, String message) {
        return new SnsException(400, code, message);
    }

    static SnsException notFound(String what) {
        return new SnsException(404, "NotFound", what + " does not exist");
    }

    /** Worth another try. */
    static SnsException failed(String message) {
        return new SnsException(500, "InternalError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** Whether another try would be refused as well. */
    boolean isSendersFault() {
        return status < 500;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
