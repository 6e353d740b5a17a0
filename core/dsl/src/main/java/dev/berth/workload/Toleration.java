package dev.berth.workload;

import dev.berth.value.NameFormat;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.time.Duration;
import java.util.Optional;

/**
 * A taint of nodes that a pod tolerates.
 *
 * @param key the key of the taint; empty tolerates every key
 * @param value the value of the taint; empty tolerates every value
 * @param effect the effect of the taint; empty tolerates every effect
 * @param during how long the pod stays after the taint was added, for {@link Effect#NO_EXECUTE}; empty is forever
 */
public record Toleration(
        Optional<String> key, Optional<String> value, Optional<Effect> effect, Optional<Duration> during) {

    /** What a taint does to pods that do not tolerate it. */
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

    /** Tolerates every taint with this key and effect, whatever its value. */
    public static Toleration exists(String key, Effect effect) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        return new Toleration(Optional.of(key), Optional.empty(), Optional.of(effect), Optional.empty());
    }

    /** Tolerates the taints with this key, value and effect. */
    public static Toleration equal(String key, String value, Effect effect) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        NameFormat.LABEL_VALUE.require("Toleration \"" + key + "\" value", value);
        return new Toleration(Optional.of(key), Optional.of(value), Optional.of(effect), Optional.empty());
    }

    /** Tolerates every taint of every node. */
    public static Toleration everything() {
        return new Toleration(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Tolerates the taint with this key for this time after it was added. Then the pod is evicted.
     *
     * @throws dev.berth.value.InvalidValueException if the duration is negative or not a whole number of seconds
     */
    public static Toleration during(String key, Duration duration) {
        NameFormat.QUALIFIED_NAME.require("Toleration key", key);
        Seconds.of("Toleration \"" + key + "\" duration", duration, 0);
        return new Toleration(
                Optional.of(key), Optional.empty(), Optional.of(Effect.NO_EXECUTE), Optional.of(duration));
    }

    /** The toleration as a fabric8 model. */
    public io.fabric8.kubernetes.api.model.Toleration toModel() {
        return new TolerationBuilder()
                .withKey(key.orElse(null))
                .withOperator(value.isPresent() ? null : "Exists")
                .withValue(value.orElse(null))
                .withEffect(effect.map(some -> some.value).orElse(null))
                .withTolerationSeconds(during.map(Duration::getSeconds).orElse(null))
                .build();
    }
}
