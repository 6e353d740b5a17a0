package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.format.Format;
import java.util.Set;

/** The names of resources. Mirrors {@code pkg/apis/core/helper/helpers.go}. */
public final class ResourceNames {
    static final String HUGE_PAGES = "hugepages-";

    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");

    private ResourceNames() {}

    /** {@code IsStandardContainerResourceName}. */
    static boolean isOfContainers(String name) {
        return OF_CONTAINERS.contains(name) || isHugePages(name);
    }

    /** Checks the name of a resource that a container can request: {@code validateContainerResourceName}. */
    public static void checkOfContainers(Rule rule, String name, FieldPath path, Findings findings) {
        String problem = Format.QUALIFIED_NAME.problem(name);
        if (problem != null) {
            findings.invalid(rule, path, name, problem);
        }
        if (name.indexOf('/') < 0) {
            if (!isOfContainers(name)) {
                findings.invalid(
                        rule, path, name, "must be cpu, memory, ephemeral-storage, hugepages-<size>, or have a domain");
            }
        } else if (!isNative(name) && !isExtended(name)) {
            findings.invalid(rule, path, name, "is not a valid name of an extended resource");
        }
    }

    static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    static boolean isCpuOrMemory(String name) {
        return name.equals("cpu") || name.equals("memory");
    }

    /** {@code IsNativeResource}: without a domain, or in a domain of Kubernetes. */
    static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    /** {@code IsExtendedResourceName}: in another domain, and counted in whole numbers. */
    public static boolean isExtended(String name) {
        return !isNative(name) && !name.startsWith("requests.") && Format.QUALIFIED_NAME.fits("requests." + name);
    }

    /** {@code IsOvercommitAllowed}: whether a request may be below its limit. */
    public static boolean mayOvercommit(String name) {
        return isNative(name) && !isHugePages(name);
    }
}
