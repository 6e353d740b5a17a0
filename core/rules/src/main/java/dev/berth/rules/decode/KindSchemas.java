package dev.berth.rules.decode;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of the kinds whose fields are known and of their metadata, each read off the model class when it is first asked for. */
final class KindSchemas {
    private static final SchemaReader READER = new SchemaReader();
    private static final Map<Class<?>, ObjectSchema> KNOWN = new ConcurrentHashMap<>();

    private KindSchemas() {}

    static ObjectSchema of(Class<?> model) {
        ObjectSchema known = KNOWN.get(model);
        if (known == null) {
            synchronized (READER) {
                known = READER.schemaOf(model);
            }
            KNOWN.put(model, known);
        }
        return known;
    }
}
