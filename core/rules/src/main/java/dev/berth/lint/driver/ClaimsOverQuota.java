package dev.berth.lint.driver;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectRule;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.storage.DeclaredClaim;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Claims in the set that together request more than a ResourceQuota of their namespace allows. */
final class ClaimsOverQuota extends ObjectRule<ResourceQuota> {

    ClaimsOverQuota() {
        super(
                ResourceQuota.class,
                Level.ERROR,
                new Rule(
                        "claims-over-quota",
                        "CheckRequest",
                        "staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go"),
                "The last claims cannot be created, and neither can the pods that use them.",
                "Request less, or raise the quota.");
    }

    private static final int ANYWHERE = -1;
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/requests.storage";

    @Override
    protected void check(ObjectSet set, ResourceQuota quota, LintReport report) {
        Map<String, Quantity> hard =
                quota.getSpec() == null ? null : quota.getSpec().getHard();
        for (String resource : hard == null ? Set.<String>of() : new TreeSet<>(hard.keySet())) {
            check(set, quota, resource, StorageRequest.text(hard, resource), report);
        }
    }

    private void check(ObjectSet set, ResourceQuota quota, String resource, String hard, LintReport report) {
        Requests requests = set.viewOfAll(Requests.class, Requests::of);
        Optional<BigDecimal> near = requests.of(set.directoryOf(quota), quota, resource);
        BigDecimal used = near.or(() -> requests.of(ANYWHERE, quota, resource)).orElse(BigDecimal.ZERO);
        if (used.compareTo(StorageRequest.bytes(hard)) > 0) {
            // Claims of other directories may be variants that are not applied together.
            LintReport level = near.isPresent() || set.describesCluster() ? report : report.at(Level.WARNING);
            level.invalid(
                    this,
                    quota,
                    "spec.hard[" + resource + "]",
                    "It is " + hard + ", and the claims in the set request a total of "
                            + used.stripTrailingZeros().toPlainString() + ".");
        }
    }

    /**
     * The total requests of the claims of a namespace, in bytes or number, by the resource that a quota limits, in each
     * directory and anywhere.
     */
    private record Requests(Map<String, BigDecimal> sums) {

        static Requests of(ObjectSet set) {
            Requests requests = new Requests(new HashMap<>());
            DeclaredClaim.each(set).forEach(one -> DeclaredClaim.all(one).forEach(declared -> {
                requests.add(one.directoryOf(declared.object()), declared);
                requests.add(ANYWHERE, declared);
            }));
            return requests;
        }

        private void add(int directory, DeclaredClaim declared) {
            String namespace = ObjectSet.namespace(declared.object());
            BigDecimal claims = BigDecimal.valueOf(declared.claims().size());
            BigDecimal bytes = StorageRequest.of(declared.spec()).multiply(claims);
            add(directory, namespace, "persistentvolumeclaims", claims);
            add(directory, namespace, "requests.storage", bytes);
            if (declared.namedClass() != null) {
                add(directory, namespace, declared.namedClass() + OF_CLASS, bytes);
            }
        }

        private void add(int directory, String namespace, String resource, BigDecimal more) {
            sums.merge(key(directory, namespace, resource), more, BigDecimal::add);
        }

        Optional<BigDecimal> of(int directory, ResourceQuota quota, String resource) {
            return Optional.ofNullable(sums.get(key(directory, ObjectSet.namespace(quota), resource)));
        }

        private static String key(int directory, String namespace, String resource) {
            return directory + "/" + namespace + "/" + resource;
        }
    }
}
