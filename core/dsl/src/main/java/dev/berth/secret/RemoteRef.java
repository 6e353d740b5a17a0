package dev.berth.secret;

import dev.berth.custom.Fields;
import dev.berth.value.InvalidValueException;
import java.util.Optional;

/**
 * A value in the store.
 *
 * @param key the key in the store, such as a path
 * @param property the property of the value, if the value is a map; empty for the whole value
 * @param version the version of the value; empty for the latest
 */
public record RemoteRef(String key, Optional<String> property, Optional<String> version) {

    /**
     * Refers to a value.
     *
     * @throws InvalidValueException if the key is blank
     */
    public RemoteRef {
        if (key.isBlank()) {
            throw InvalidValueException.of("RemoteRef key", key, "must not be blank");
        }
    }

    /** The latest version of a value. */
    public static RemoteRef of(String key) {
        return new RemoteRef(key, Optional.empty(), Optional.empty());
    }

    /** Returns a copy for one property of the value. */
    public RemoteRef property(String name) {
        return new RemoteRef(key, Optional.of(name), version);
    }

    /** Returns a copy for this version of the value. */
    public RemoteRef version(String text) {
        return new RemoteRef(key, property, Optional.of(text));
    }

    Fields toModel() {
        return new Fields().put("key", key).put("property", property).put("version", version);
    }
}
