package dev.berth.rules.decode;

/** The schemas of the kinds whose fields are known and of their metadata. */
final class KindSchemas {
    private static final SchemaReader READER = new SchemaReader();

    private KindSchemas() {}

    static ObjectSchema of(Class<?> model) {
        return READER.schemaOf(model);
    }
}
