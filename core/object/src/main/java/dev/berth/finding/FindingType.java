package dev.berth.finding;

/** What is wrong with a field, in the API server's terms for causes. */
public enum FindingType {
    /** The value breaks a rule of its field. */
    INVALID("FieldValueInvalid", "Invalid value"),
    /** The field is required. */
    REQUIRED("FieldValueRequired", "Required value"),
    /** The value is not in a closed list. */
    NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
    /** The field is not allowed, given the rest of the object. */
    FORBIDDEN("FieldValueForbidden", "Forbidden"),
    /** The value is a duplicate. */
    DUPLICATE("FieldValueDuplicate", "Duplicate value"),
    /** The string or map is too long. */
    TOO_LONG("FieldValueTooLong", "Too long"),
    /** The list has too many elements. */
    TOO_MANY("FieldValueTooMany", "Too many"),
    /** The value refers to something that does not exist. */
    NOT_FOUND("FieldValueNotFound", "Not found"),
    /** The value has a different type than its field. */
    TYPE_INVALID("FieldValueTypeInvalid", "Invalid type"),
    /** The server failed to check the value. */
    INTERNAL("InternalError", "Internal error"),
    /** The text is not an object of its kind: status 400, without causes. */
    MALFORMED("BadRequest", "Malformed"),
    /** The kind or version does not exist: status 404, without causes. */
    UNKNOWN_KIND("NotFound", "Unknown kind"),
    /** An admission plugin refuses the object: status 403 or 404. */
    DENIED("Forbidden", "Denied");

    private final String reason;
    private final String label;

    FindingType(String reason, String label) {
        this.reason = reason;
        this.label = label;
    }

    /** Returns the reason in {@code status.details.causes} (or in {@code status} if there are no causes). */
    public String reason() {
        return reason;
    }

    /** Returns the beginning of a message. */
    public String label() {
        return label;
    }
}
