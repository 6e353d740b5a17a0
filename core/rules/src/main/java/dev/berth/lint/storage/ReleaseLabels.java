package dev.berth.lint.storage;

import dev.berth.catalog.image.ImageReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The labels that change with every release of a chart or of an image.
 *
 * <p>Source: the page <em>Labels and Annotations</em> of the Helm documentation ({@code helm.sh/chart}, earlier {@code
 * chart}), and <em>Recommended Labels</em> of the Kubernetes documentation ({@code app.kubernetes.io/version}).
 */
public final class ReleaseLabels {
    private static final Set<String> BY_NAME = Set.of("app.kubernetes.io/version", "helm.sh/chart");
    private static final Set<String> OF_CHARTS = Set.of("chart", "helm.sh/chart");
    private static final Pattern CHART = Pattern.compile(".+-(v?[0-9]+\\.[0-9]+.*)");
    /** A number such as 17 may mean anything; a version has two parts, or is a commit. */
    private static final Pattern VERSION = Pattern.compile("v?[0-9]+[.-].+|[0-9a-f]{7,64}");

    private ReleaseLabels() {}

    /**
     * Returns the labels of a claim template that change with every release, by key.
     *
     * @param labels the labels of the claim template
     * @param images the images of the containers, whose tags are versions
     * @param others the labels of the StatefulSet and of its pods, which may state the version of the chart
     */
    public static Map<String, String> among(
            Map<String, String> labels, Collection<String> images, Map<String, String> others) {
        List<String> versions = versions(images, others);
        Map<String, String> found = new TreeMap<>();
        labels.forEach((key, value) -> {
            boolean chart = OF_CHARTS.contains(key) && CHART.matcher(value).matches();
            if (BY_NAME.contains(key) || chart || versions.stream().anyMatch(version -> contains(value, version))) {
                found.put(key, value);
            }
        });
        return found;
    }

    private static List<String> versions(Collection<String> images, Map<String, String> others) {
        List<String> versions = new ArrayList<>();
        for (String image : images) {
            ImageReference.parse(image)
                    .flatMap(ImageReference::tag)
                    .filter(tag -> VERSION.matcher(tag).matches())
                    .ifPresent(versions::add);
        }
        for (String key : OF_CHARTS) {
            Matcher chart = CHART.matcher(others.getOrDefault(key, ""));
            if (chart.matches()) {
                versions.add(chart.group(1));
            }
        }
        return versions;
    }

    /** Returns whether the value contains the version as a whole: {@code db-1.2.3}, but not {@code 1.2.30}. */
    private static boolean contains(String value, String version) {
        int at = value.indexOf(version);
        int end = at + version.length();
        return at >= 0
                && (at == 0 || !Character.isLetterOrDigit(value.charAt(at - 1)))
                && (end == value.length() || !Character.isLetterOrDigit(value.charAt(end)));
    }
}
