package dev.berth.rules;

/** How far an object gets in the API server; the first stage that reports something ends its way. */
public enum Stage {
    /** Reading and decoding the text: 400 if it is not an object of its kind. */
    DECODE(400),
    /** Looking up the kind and version: 404 if the server does not have them. */
    KIND(404),
    /** Mutating and validating admission plugins, which know the cluster: 403, or 404 for a missing namespace. */
    ADMISSION(403),
    /** The rules of the kind: 422, with causes. */
    VALIDATION(422),
    /** The object is accepted. */
    ACCEPTED(201),
    /** A custom resource, or a built-in kind that these rules do not cover: no verdict is possible offline. */
    NOT_JUDGED(0);

    private final int code;

    Stage(int code) {
        this.code = code;
    }

    /** Returns the server's HTTP status for this stage; 0 if there is none. */
    public int code() {
        return code;
    }
}
