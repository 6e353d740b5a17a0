package dev.berth.finding;

/** What is wrong with a field, in the API server's own vocabulary of causes. */
public enum FindingType {
    /** The value breaks a rule of its field. */
    INVALID("FieldValueInvalid", "Invalid value"),
    /** The field has to be there. */
    REQUIRED("FieldValueRequired", "Required value"),
    /** The value is none of a closed list. */
    NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
    /** The field may not be there, next to what else the object says. */
    FORBIDDEN("FieldValueForbidden", "Forbidden"),
    /** The value is there twice. */
    DUPLICATE("FieldValueDuplicate", "Duplicate value"),
    /** The text or map is longer than it may be. */
    TOO_LONG("FieldValueTooLong", "Too long"),
    /** The list has more elements than it may have. */
    TOO_MANY("FieldValueTooMany", "Too many"),
    /** The value refers to something that is not there. */
    NOT_FOUND("FieldValueNotFound", "Not found"),
    /** The value is of another type than its field. */
    TYPE_INVALID("FieldValueTypeInvalid", "Invalid type"),
    /** The server could not come to an answer. */
    INTERNAL("InternalError", "Internal error"),
    /** The text is no object of its kind: a 400 of the server, which names no causes. */
    MALFORMED("BadRequest", "Malformed"),
    /** No such kind or version: a 404 of the server, which names no causes. */
    UNKNOWN_KIND("NotFound", "Unknown kind"),
    /** An admission plugin of the cluster turns the object away: a 403 or 404 of the server. */
    DENIED("Forbidden", "Denied");

    private final String reason;
    private final String label;

    FindingType(String reason, String label) {
        this.reason = reason;
        this.label = label;
    }

    /** The reason that stands in {@code status.details.causes} (or in {@code status} where there are no causes). */
    public String reason() {
        return reason;
    }

    /** How a message begins. */
    public String label() {
        return label;
    }
}
