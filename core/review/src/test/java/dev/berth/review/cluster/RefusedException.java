package dev.berth.review.cluster;

/** The API server refuses a request. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
