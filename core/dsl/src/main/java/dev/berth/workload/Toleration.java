package dev.berth.workload;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * A taint of nodes that a pod bears.
 *
 * @param key the taint's key; none bears every taint
 * @param value the taint's value; none bears every value
 * @param effect what the taint does; none bears every effect
 * @param during how long the pod stays after the taint appeared, for {@link Effect#NO_EXECUTE}; none is for ever
 */
public record Toleration(
        Optional<String> key, Optional<String> value, Optional<Effect> effect, Optional<Duration> during) {

    /** What a taint does to pods that do not bear it. */
    public enum Effect {
        /** No new pod is placed on the node. */
        NO_SCHEDULE("NoSchedule"),
        /** New pods are placed elsewhere if there is room. */
        PREFER_NO_SCHEDULE("PreferNoSchedule"),
        /** No new pod is placed, and running ones are evicted. */
        NO_EXECUTE("NoExecute");

        private final String value;

        Effect(String value) {
            this.value = value;
        }
    }

    /** Bears every taint with this key, whatever its value. */
    public static Toleration exists(String key, Effect effect) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        return new Toleration(Optional.of(key), Optional.empty(), Optional.of(effect), Optional.empty());
    }

    /** Bears the taints with this key and value. */
    public static Toleration equal(String key, String value, Effect effect) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        NameFormat.LABEL_VALUE.require("Toleration \"" + key + "\" value", value);
        return new Toleration(Optional.of(key), Optional.of(value), Optional.of(effect), Optional.empty());
    }

    /** Bears every taint of every node. */
    public static Toleration everything() {
        return new Toleration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Bears the taint with this key for so long after it appeared, and is evicted then.
     *
     * @throws dev.berth.value.InvalidValueException when it is no whole number of seconds, or negative
     */
    public static Toleration during(String key, Duration duration) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        Seconds.of("Toleration \"" + key + "\" duration", duration, 0);
        return new Toleration(
                Optional.of(key), Optional.empty(), Optional.of(Effect.NO_EXECUTE), Optional.of(duration));
    }

    io.fabric8.kubernetes.api.model.Toleration toModel() {
        return new TolerationBuilder()
                .withKey(key.orElse(null))
                .withOperator(value.isPresent() ? null : "Exists")
                .withValue(value.orElse(null))
                .withEffect(effect.map(some -> some.value).orElse(null))
                .withTolerationSeconds(during.map(Duration::getSeconds).orElse(null))
                .build();
    }
}
