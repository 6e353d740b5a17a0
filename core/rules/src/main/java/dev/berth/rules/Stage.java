package dev.berth.rules;

/** How far an object gets in the API server; the first stage that finds something ends the way. */
public enum Stage {
    /** The text is read and decoded: 400 where it is no object of its kind. */
    DECODE(400),
    /** The kind and version are looked up: 404 where the server has no such. */
    KIND(404),
    /** Mutating and validating admission plugins, which know the cluster: 403, or 404 for a missing namespace. */
    ADMISSION(403),
    /** The rules of the kind: 422, with causes. */
    VALIDATION(422),
    /** Nothing was found. */
    ACCEPTED(201),
    /** A custom resource or a built-in kind outside of what these rules cover: no verdict is possible offline. */
    NOT_JUDGED(0);

    private final int code;

    Stage(int code) {
        this.code = code;
    }

    /** The HTTP status that the server answers with at this stage; 0 where there is no answer. */
    public int code() {
        return code;
    }
}
