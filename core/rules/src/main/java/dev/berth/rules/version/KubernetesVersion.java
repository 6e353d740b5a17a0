package dev.berth.rules.version;

import dev.berth.value.InvalidValueException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A version of Kubernetes that manifests can be meant for. */
public enum KubernetesVersion {
    /** Kubernetes 1.27. */
    V1_27(27),
    /** Kubernetes 1.28. */
    V1_28(28),
    /** Kubernetes 1.29. */
    V1_29(29),
    /** Kubernetes 1.30. */
    V1_30(30),
    /** Kubernetes 1.31. */
    V1_31(31),
    /** Kubernetes 1.32. */
    V1_32(32),
    /** Kubernetes 1.33. */
    V1_33(33),
    /** Kubernetes 1.34. */
    V1_34(34),
    /** Kubernetes 1.35. */
    V1_35(35),
    /** Kubernetes 1.36. */
    V1_36(36);

    private final int minor;

    KubernetesVersion(int minor) {
        this.minor = minor;
    }

    /** The newest one, which is meant where none is said. */
    public static KubernetesVersion newest() {
        return V1_36;
    }

    /**
     * Reads a version such as {@code 1.34}.
     *
     * @throws InvalidValueException when it is none from 1.27 to 1.36
     */
    public static KubernetesVersion of(String text) {
        return Arrays.stream(values())
                .filter(version -> version.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> InvalidValueException.of(
                        "KubernetesVersion",
                        text,
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(KubernetesVersion::toString)
                                        .collect(Collectors.joining(", "))));
    }

    /** Its number behind {@code 1.}. */
    int minor() {
        return minor;
    }

    /** The version as it is written: {@code 1.34}. */
    @Override
    public String toString() {
        return "1." + minor();
    }
}
