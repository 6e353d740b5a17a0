package dev.berth.rules.volume;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import dev.berth.rules.meta.LabelRules;
import dev.berth.rules.meta.MetadataRules;
import io.fabric8.kubernetes.api.model.TopologySelectorLabelRequirement;
import io.fabric8.kubernetes.api.model.TopologySelectorTerm;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code ValidateStorageClass}. */
public final class StorageClassRules {
    static final String FILE = "pkg/apis/storage/validation/validation.go";
    private static final int MOST_PARAMETERS = 512;
    private static final int MOST_PARAMETER_BYTES = 256 * 1024;
    private static final List<String> POLICIES = List.of("Delete", "Retain");
    private static final List<String> BINDING_MODES = List.of("Immediate", "WaitForFirstConsumer");

    private static final Rule PROVISIONER = new Rule("provisioner", "validateProvisioner", FILE);
    private static final Rule PARAMETERS = new Rule("class-parameters", "validateParameters", FILE);
    private static final Rule POLICY = new Rule("class-reclaim-policy", "validateReclaimPolicy", FILE);
    private static final Rule BINDING = new Rule("volume-binding-mode", "validateVolumeBindingMode", FILE);
    private static final Rule TOPOLOGY_TWICE = new Rule("topology-twice", "validateAllowedTopologies", FILE);
    private static final Rule TOPOLOGY = Rule.core("topology-values", "validateTopologySelectorLabelRequirement");

    private StorageClassRules() {}

    /** Checks a StorageClass. */
    public static void check(StorageClass storageClass, Findings findings) {
        MetadataRules.clusterWide(storageClass.getMetadata(), Format.DNS_SUBDOMAIN, findings);
        driver(storageClass.getProvisioner(), FieldPath.of("provisioner"), findings);
        parameters(Zero.map(storageClass.getParameters()), FieldPath.of("parameters"), findings);
        if (!Zero.isEmpty(storageClass.getReclaimPolicy())) {
            findings.oneOf(POLICY, FieldPath.of("reclaimPolicy"), storageClass.getReclaimPolicy(), POLICIES);
        }
        FieldPath mode = FieldPath.of("volumeBindingMode");
        findings.oneOf(BINDING, mode, storageClass.getVolumeBindingMode(), BINDING_MODES);
        topologies(Zero.list(storageClass.getAllowedTopologies()), FieldPath.of("allowedTopologies"), findings);
    }

    /** Checks the name of a driver: {@code validateProvisioner}. */
    static void driver(@Nullable String name, FieldPath path, Findings findings) {
        if (findings.requireText(PROVISIONER, path, name)) {
            String problem = Format.QUALIFIED_NAME.problem(Zero.text(name).toLowerCase(Locale.ROOT));
            if (problem != null) {
                findings.invalid(PROVISIONER, path, name, problem);
            }
        }
    }

    static void parameters(Map<String, String> parameters, FieldPath path, Findings findings) {
        if (parameters.size() > MOST_PARAMETERS) {
            findings.tooLong(PARAMETERS, path, MOST_PARAMETERS, "parameters");
            return;
        }
        long bytes = 0;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            if (parameter.getKey().isEmpty()) {
                findings.invalid(PARAMETERS, path, "", "a parameter must have a name");
            }
            bytes += parameter.getKey().getBytes(StandardCharsets.UTF_8).length;
            bytes += parameter.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_PARAMETER_BYTES) {
            findings.tooLong(PARAMETERS, path, MOST_PARAMETER_BYTES, "bytes in names and values together");
        }
    }

    /** Reports an empty term as a duplicate, as the server does. */
    private static void topologies(List<TopologySelectorTerm> terms, FieldPath path, Findings findings) {
        Set<Map<String, Set<String>>> seen = new HashSet<>();
        seen.add(Map.of());
        for (int i = 0; i < terms.size(); i++) {
            FieldPath at = path.index(i).child("matchLabelExpressions");
            if (!seen.add(term(Zero.list(terms.get(i).getMatchLabelExpressions()), at, findings))) {
                findings.duplicate(TOPOLOGY_TWICE, at, "");
            }
        }
    }

    private static Map<String, Set<String>> term(
            List<TopologySelectorLabelRequirement> expressions, FieldPath path, Findings findings) {
        Map<String, Set<String>> term = new TreeMap<>();
        for (int i = 0; i < expressions.size(); i++) {
            FieldPath at = path.index(i);
            String key = Zero.text(expressions.get(i).getKey());
            List<String> values = Zero.list(expressions.get(i).getValues());
            Set<String> distinct = new HashSet<>();
            if (values.isEmpty()) {
                findings.required(TOPOLOGY, at.child("values"), "must list at least one value");
            }
            for (int j = 0; j < values.size(); j++) {
                if (!distinct.add(values.get(j))) {
                    findings.duplicate(TOPOLOGY, at.child("values").index(j), values.get(j));
                }
            }
            LabelRules.key(key, at.child("key"), findings);
            if (term.put(key, distinct) != null) {
                findings.duplicate(TOPOLOGY, at.child("key"), key);
            }
        }
        return term;
    }
}
