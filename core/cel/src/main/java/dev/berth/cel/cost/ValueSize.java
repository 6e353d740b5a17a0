package dev.berth.cel.cost;

import dev.berth.cel.library.AddressRange;
import dev.berth.cel.library.Ip;
import dev.berth.cel.value.KubeObject;
import dev.cel.common.values.CelByteString;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The sizes of values, as {@code actualSize} of the server counts them. */
final class ValueSize {
    private ValueSize() {}

    static long of(Object value) {
        if (value instanceof String text) {
            return text.codePointCount(0, text.length());
        }
        if (value instanceof CelByteString bytes) {
            return bytes.size();
        }
        if (value instanceof Collection<?> list) {
            return list.size();
        }
        if (value instanceof Map<?, ?> map) {
            return map.size();
        }
        if (value instanceof KubeObject object) {
            return object.size();
        }
        if (value instanceof Ip ip) {
            return ip.byteCount();
        }
        if (value instanceof AddressRange range) {
            return (range.prefix() + 7L) / 8;
        }
        return value instanceof Optional<?> optional && optional.isPresent() ? of(optional.get()) : 1;
    }

    /** Returns the number of bytes of a text. */
    static long bytes(Object text) {
        return text instanceof String string ? string.getBytes(StandardCharsets.UTF_8).length : of(text);
    }
}
