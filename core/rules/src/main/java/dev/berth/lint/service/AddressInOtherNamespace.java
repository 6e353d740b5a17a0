package dev.berth.lint.service;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.lint.rule.SetRule;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A DNS name that leads to a Service in the set, but in a namespace in which the set does not have it. */
final class AddressInOtherNamespace extends SetRule {

    private static final Pattern HOST = Pattern.compile("(?<![\\w.-])[a-z0-9-]++(?:\\.[a-z0-9-]++)++(?![\\w-])");

    private static final String SERVICE = "Service";

    AddressInOtherNamespace() {
        super(
                Level.WARNING,
                new Rule(
                        "service-address-namespace",
                        "generateSearchesForDNSClusterFirst",
                        "pkg/kubelet/network/dns/dns.go"),
                "DNS does not find it, or finds the Service of somebody else.",
                "Write the namespace of the Service, or only the name of the Service within its namespace. If the other"
                        + " namespace has a Service with this name, declare it as existing.");
    }

    @Override
    public void check(ObjectSet set, LintReport report) {
        for (PodOwner workload : set.workloads()) {
            for (TemplatedPod.Place place : workload.containers()) {
                check(set, workload.object(), place, report);
            }
        }
        for (ConfigMap config : set.all(ConfigMap.class)) {
            if (config.getData() != null) {
                for (Map.Entry<String, String> entry : config.getData().entrySet()) {
                    check(set, config, "data[" + entry.getKey() + "]", entry.getValue(), report);
                }
            }
        }
    }

    private void check(ObjectSet set, HasMetadata object, TemplatedPod.Place place, LintReport report) {
        List<EnvVar> env = PodOwner.orEmpty(place.container().getEnv());
        for (int i = 0; i < env.size(); i++) {
            if (env.get(i) != null) {
                check(
                        set,
                        object,
                        place.path() + ".env[" + i + "].value",
                        env.get(i).getValue(),
                        report);
            }
        }
        check(
                set,
                object,
                place.path() + ".command",
                PodOwner.orEmpty(place.container().getCommand()),
                report);
        check(
                set,
                object,
                place.path() + ".args",
                PodOwner.orEmpty(place.container().getArgs()),
                report);
    }

    private void check(ObjectSet set, HasMetadata object, String path, List<String> words, LintReport report) {
        for (int i = 0; i < words.size(); i++) {
            check(set, object, path + "[" + i + "]", words.get(i), report);
        }
    }

    private void check(ObjectSet set, HasMetadata object, String path, @Nullable String text, LintReport report) {
        if (text == null || text.indexOf('.') < 0) {
            return;
        }
        Matcher hosts = HOST.matcher(text);
        while (hosts.find()) {
            String host = hosts.group();
            Named service = service(set, host);
            if (service != null && isElsewhere(set, service)) {
                String home = set.namespaceOf(SERVICE, service.name()).orElseThrow();
                report.invalid(
                        this,
                        object,
                        path,
                        "\"" + host + "\" names the Service \"" + service.name() + "\" in the namespace \""
                                + service.namespace() + "\", but it is in \"" + home + "\".");
            }
        }
    }

    /** A Service as a DNS name states it. */
    private record Named(String name, String namespace) {}

    /**
     * {@code service.namespace.svc} and {@code pod.service.namespace.svc}, with or without the domain of the cluster.
     * Without {@code svc}, the name may also be on the internet, unless it ends with a namespace of the set.
     */
    private static @Nullable Named service(ObjectSet set, String host) {
        List<String> labels = List.of(host.split("\\."));
        int end = labels.indexOf("svc");
        if (end < 0 && labels.size() <= 3 && set.contains("Namespace", "", labels.get(labels.size() - 1))) {
            end = labels.size();
        }
        return end == 2 || end == 3 ? new Named(labels.get(end - 2), labels.get(end - 1)) : null;
    }

    /** Whether the set has a Service with this name, but only in other namespaces. */
    private static boolean isElsewhere(ObjectSet set, Named service) {
        return !set.exists(SERVICE, service.name())
                && !set.mayHave(SERVICE, service.namespace(), service.name())
                && !set.namespaceOf(SERVICE, service.name()).orElse("").isEmpty();
    }
}
