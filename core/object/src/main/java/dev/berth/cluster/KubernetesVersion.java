package dev.berth.cluster;

import dev.berth.value.InvalidValueException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version of Kubernetes that manifests can target: a minor version such as {@code 1.35}, or one of its patches such
 * as {@code 1.35.2}. A minor version without a patch means its newest patch.
 */
public final class KubernetesVersion implements Comparable<KubernetesVersion> {

    /** Kubernetes 1.27. */
    public static final KubernetesVersion V1_27 = newestPatchOf(27);
    /** Kubernetes 1.28. */
    public static final KubernetesVersion V1_28 = newestPatchOf(28);
    /** Kubernetes 1.29. */
    public static final KubernetesVersion V1_29 = newestPatchOf(29);
    /** Kubernetes 1.30. */
    public static final KubernetesVersion V1_30 = newestPatchOf(30);
    /** Kubernetes 1.31. */
    public static final KubernetesVersion V1_31 = newestPatchOf(31);
    /** Kubernetes 1.32. */
    public static final KubernetesVersion V1_32 = newestPatchOf(32);
    /** Kubernetes 1.33. */
    public static final KubernetesVersion V1_33 = newestPatchOf(33);
    /** Kubernetes 1.34. */
    public static final KubernetesVersion V1_34 = newestPatchOf(34);
    /** Kubernetes 1.35. */
    public static final KubernetesVersion V1_35 = newestPatchOf(35);
    /** Kubernetes 1.36. */
    public static final KubernetesVersion V1_36 = newestPatchOf(36);
    /** Kubernetes 1.37. */
    public static final KubernetesVersion V1_37 = newestPatchOf(37);

    private static final List<KubernetesVersion> SUPPORTED =
            List.of(V1_27, V1_28, V1_29, V1_30, V1_31, V1_32, V1_33, V1_34, V1_35, V1_36, V1_37);

    /** The newest patch of a minor version, which is after every patch with a number. */
    private static final int NEWEST_PATCH = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern.compile("1\\.(\\d{1,4})(?:\\.(\\d{1,4}))?");

    private final int minor;
    private final int patch;

    private KubernetesVersion(int minor, int patch) {
        this.minor = minor;
        this.patch = patch;
    }

    /** Returns the newest patch of a minor version, supported or not. */
    public static KubernetesVersion newestPatchOf(int minor) {
        return new KubernetesVersion(minor, NEWEST_PATCH);
    }

    /** Returns one patch of a minor version, supported or not. */
    public static KubernetesVersion of(int minor, int patch) {
        return new KubernetesVersion(minor, patch);
    }

    /** Returns the minor versions that can be a target, oldest first. */
    public static List<KubernetesVersion> supported() {
        return SUPPORTED;
    }

    /** Returns the default target version: the newest one whose verdicts are recorded from a live server. */
    public static KubernetesVersion recorded() {
        return V1_36;
    }

    /**
     * Reads a version such as {@code 1.34}, which means its newest patch, or {@code 1.35.2}.
     *
     * @throws InvalidValueException if it is not a version from 1.27 to 1.37
     */
    public static KubernetesVersion of(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int minor = Integer.parseInt(form.group(1));
            KubernetesVersion version = form.group(2) == null
                    ? newestPatchOf(minor)
                    : new KubernetesVersion(minor, Integer.parseInt(form.group(2)));
            if (version.toString().equals(text) && SUPPORTED.contains(newestPatchOf(minor))) {
                return version;
            }
        }
        throw InvalidValueException.of(
                "KubernetesVersion",
                text,
                SUPPORTED.stream()
                        .map(KubernetesVersion::toString)
                        .collect(Collectors.joining(", ", "must be one of ", ", or a patch of one such as 1.35.2")));
    }

    /** Returns whether this is the other version or a later one. */
    public boolean isAtLeast(KubernetesVersion other) {
        return other.first().compareTo(this) <= 0;
    }

    /** Returns the number after {@code 1.}. */
    public int minor() {
        return minor;
    }

    /** Returns the first version with this meaning: the patch itself, or patch 0 of a minor version without one. */
    public KubernetesVersion first() {
        return patch == NEWEST_PATCH ? new KubernetesVersion(minor, 0) : this;
    }

    /** Orders by minor version and patch; a minor version without a patch is after all of its patches. */
    @Override
    public int compareTo(KubernetesVersion other) {
        return Comparator.comparingInt((KubernetesVersion version) -> version.minor)
                .thenComparingInt(version -> version.patch)
                .compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KubernetesVersion version && version.minor == minor && version.patch == patch;
    }

    @Override
    public int hashCode() {
        return Objects.hash(minor, patch);
    }

    /** Returns the version as it is written: {@code 1.34}, or {@code 1.35.2}. */
    @Override
    public String toString() {
        return "1." + minor + (patch == NEWEST_PATCH ? "" : "." + patch);
    }
}
