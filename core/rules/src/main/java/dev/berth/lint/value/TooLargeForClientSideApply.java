package dev.berth.lint.value;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.SetRule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ConfigMap or a Secret that client-side apply cannot apply. It stores the manifest as JSON in the annotation {@code
 * kubectl.kubernetes.io/last-applied-configuration}, and all annotations together may have 262144 bytes ({@code
 * TotalAnnotationSizeLimitB} of {@code staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go}, Kubernetes 1.36). Only keys and values are counted: within a few hundred bytes of the limit, an object may be refused that
 * is not reported.
 */
final class TooLargeForClientSideApply extends SetRule {
    private static final int MOST_BYTES = 256 * 1024;

    TooLargeForClientSideApply() {
        super(
                Level.WARNING,
                new Rule(
                        "client-side-apply-too-large",
                        "GetModifiedConfiguration",
                        "staging/src/k8s.io/kubectl/pkg/util/apply.go"),
                "Client-side apply is refused: it stores the manifest in an annotation, and annotations have at most"
                        + " 262144 bytes.",
                "Apply it with --server-side, or split it.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (ConfigMap map : set.all(ConfigMap.class)) {
            check(map, bytes(map.getData()) + bytes(map.getBinaryData()), report);
        }
        for (Secret secret : set.all(Secret.class)) {
            check(secret, bytes(secret.getData()) + bytes(secret.getStringData()), report);
        }
    }

    private void check(HasMetadata object, long values, LintReport report) {
        long others = bytes(object.getMetadata().getAnnotations());
        if (values + others > MOST_BYTES) {
            report.invalid(
                    this,
                    object,
                    "data",
                    "As JSON, the values have " + values + " bytes"
                            + (others == 0 ? "." : ", and the annotations have " + others + "."));
        }
    }

    private static long bytes(@Nullable Map<String, String> values) {
        long bytes = 0;
        if (values != null) {
            for (Map.Entry<String, String> value : values.entrySet()) {
                bytes += GoJson.bytes(value.getKey()) + GoJson.bytes(value.getValue());
            }
        }
        return bytes;
    }
}
