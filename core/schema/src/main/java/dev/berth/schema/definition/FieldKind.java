package dev.berth.schema.definition;

/** The type of a field of a CustomResourceDefinition, as Go decodes it. */
enum FieldKind {
    TEXT,
    BOOL,
    INTEGER,
    NUMBER,
    TEXTS,
    /** Any value. */
    ANY,
    /** A list of any values. */
    ANYS,
    /** An object with fields of its own. */
    OBJECT,
    /** A list of objects with fields of their own. */
    OBJECTS,
    /** A map of objects with fields of their own. */
    OBJECT_MAP,
    /** A schema or a boolean; unknown fields of the schema are not reported. */
    SCHEMA_OR_BOOL,
    /** A schema or a list of schemas; their unknown fields are not reported. */
    SCHEMA_OR_LIST,
    /** A map of schemas or lists of strings; their unknown fields are not reported. */
    SCHEMA_OR_TEXTS_MAP
}
