package dev.berth.rules.version;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.cluster.KubernetesVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The features that a version does not have, arranged like the objects that may use them, so that one walk finds them
 * all.
 */
public final class FeatureTree {

    private static final Map<String, FeatureTree> TREES = new ConcurrentHashMap<>();

    /** The step for the elements of a list: no field has this name. */
    private static final String ELEMENT = "[]";

    private final Map<String, FeatureTree> steps = new LinkedHashMap<>();
    private final List<Feature> here = new ArrayList<>(0);

    /** Receives a feature that is used. */
    public interface Use {
        void of(Feature feature, JsonNode value, String path);
    }

    /** Returns the features of a kind, or of the spec of a {@code Pod}, that a version does not have by default. */
    public static FeatureTree absentIn(KubernetesVersion version, String kind) {
        return TREES.computeIfAbsent(version + " " + kind, any -> {
            FeatureTree root = new FeatureTree();
            Feature.absentIn(version).stream()
                    .filter(feature -> feature.kind().equals(kind))
                    .forEach(feature -> root.add(feature, 0));
            return root;
        });
    }

    private void add(Feature feature, int step) {
        if (step == feature.path().size()) {
            here.add(feature);
            return;
        }
        List<String> names = feature.path().get(step);
        for (String name : names.isEmpty() ? List.of(ELEMENT) : names) {
            steps.computeIfAbsent(name, any -> new FeatureTree()).add(feature, step + 1);
        }
    }

    /** Finds the features that a tree of fields uses; the tree is at the given path of its object. */
    public void find(JsonNode node, String path, Use use) {
        // Hardly any object uses one, and this looks at no paths.
        if (isUsedIn(node)) {
            findAll(node, path, use);
        }
    }

    private boolean isUsedIn(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return false;
        }
        if (!here.isEmpty()) {
            return true;
        }
        for (Map.Entry<String, FeatureTree> step : steps.entrySet()) {
            if (step.getKey().equals(ELEMENT)) {
                for (int i = 0; i < node.size(); i++) {
                    if (step.getValue().isUsedIn(node.path(i))) {
                        return true;
                    }
                }
            } else if (step.getValue().isUsedIn(node.path(step.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private void findAll(JsonNode node, String path, Use use) {
        for (Feature feature : here) {
            use.of(feature, node, path);
        }
        for (Map.Entry<String, FeatureTree> step : steps.entrySet()) {
            if (step.getKey().equals(ELEMENT)) {
                for (int i = 0; i < node.size(); i++) {
                    step.getValue().findAt(node.path(i), path + "[" + i + "]", use);
                }
            } else if (node.has(step.getKey())) {
                String field = path.isEmpty() ? step.getKey() : path + "." + step.getKey();
                step.getValue().findAt(node.path(step.getKey()), field, use);
            }
        }
    }

    private void findAt(JsonNode node, String path, Use use) {
        if (!node.isMissingNode() && !node.isNull()) {
            findAll(node, path, use);
        }
    }
}
