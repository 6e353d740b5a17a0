package dev.berth.yaml;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.JsonSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import org.yaml.snakeyaml.LoaderOptions;

/** The JVM readers that check what the writer writes, and what it means for two results to be the same. */
final class YamlReaders {

    private static final int HUGE = 64 * 1024 * 1024;

    private static final ObjectMapper JACKSON =
            new ObjectMapper(YAMLFactory.builder().loaderOptions(options()).build());

    private YamlReaders() {}

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(HUGE);
        options.setNestingDepthLimit(1000);
        return options;
    }

    /** Reads YAML 1.1 with jackson-dataformat-yaml. */
    static @Nullable Object jackson(byte[] yaml) {
        try {
            return JACKSON.readValue(yaml, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads YAML 1.2 with its core schema, with snakeyaml-engine. */
    static @Nullable Object engineCore(byte[] yaml) {
        return engine(yaml, new CoreSchema());
    }

    /** Reads YAML 1.2 with its JSON schema, with snakeyaml-engine. */
    static @Nullable Object engineJson(byte[] yaml) {
        return engine(yaml, new JsonSchema());
    }

    private static @Nullable Object engine(byte[] yaml, Schema schema) {
        LoadSettings settings =
                LoadSettings.builder().setSchema(schema).setCodePointLimit(HUGE).build();
        return new Load(settings).loadFromString(new String(yaml, StandardCharsets.UTF_8));
    }

    /** Returns whether both have the same value and type: string, integer, decimal, boolean, null, list or map. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> a && other instanceof Map<?, ?> b) {
            return a.size() == b.size()
                    && a.entrySet().stream()
                            .allMatch(e -> b.containsKey(e.getKey()) && same(e.getValue(), b.get(e.getKey())));
        }
        if (one instanceof Collection<?> a && other instanceof Collection<?> b) {
            Iterator<?> left = a.iterator();
            Iterator<?> right = b.iterator();
            while (left.hasNext() && right.hasNext()) {
                if (!same(left.next(), right.next())) {
                    return false;
                }
            }
            return !left.hasNext() && !right.hasNext();
        }
        if (one instanceof Number a && other instanceof Number b) {
            return isInteger(a) == isInteger(b) && sameNumber(a, b);
        }
        return one == null ? other == null : one.equals(other);
    }

    private static boolean sameNumber(Number a, Number b) {
        double left = a.doubleValue();
        double right = b.doubleValue();
        if (Double.isNaN(left) || Double.isInfinite(left)) {
            return Double.compare(left, right) == 0;
        }
        if (a instanceof Double || a instanceof Float || b instanceof Double || b instanceof Float) {
            return Double.compare(left, right) == 0;
        }
        return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
    }

    private static boolean isInteger(Number number) {
        return number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger;
    }
}
