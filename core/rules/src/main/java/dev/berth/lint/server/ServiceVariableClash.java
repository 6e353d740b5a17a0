package dev.berth.lint.server;

import dev.berth.catalog.image.ServiceVariable;
import dev.berth.catalog.image.ServiceVariables;
import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ContainerImage;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Service whose name produces a variable that an image reads as a setting of its own. */
public final class ServiceVariableClash extends ContainerRule {

    public ServiceVariableClash() {
        super(
                Level.ERROR,
                new Rule("service-variable-clash", "getServiceEnvVarMap", "pkg/kubelet/kubelet_pods.go"),
                "Each container that starts after the Service exists reads the address of the Service in place of a setting"
                        + " of its own.",
                "Set enableServiceLinks: false, or rename the Service.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        Optional<ContainerImage> image = ContainerImage.of(set, place.container());
        if (image.isEmpty() || Boolean.FALSE.equals(workload.pod().spec().getEnableServiceLinks())) {
            return;
        }
        for (ServiceVariable variable : ServiceVariables.of(image.get().reference())) {
            for (String service : services(set, workload, variable)) {
                if (variable.isSetFor(service) && !handles(set, workload, place.container(), variable, service)) {
                    report(workload, place, variable, service, report);
                    break;
                }
            }
        }
    }

    /** Returns the names of the Services with an address that may set the variable. */
    private static List<String> services(ObjectSet set, PodOwner workload, ServiceVariable variable) {
        if (variable.isPrefix()) {
            return set.viewOfDirectory(NearServices.class, workload.object(), () -> near(set, workload))
                    .names()
                    .getOrDefault(workload.namespace(), List.of());
        }
        return set.find(Service.class, workload.object(), workload.namespace(), variable.service())
                .filter(ServiceVariableClash::setsVariables)
                .map(service -> List.of(ObjectSet.name(service)))
                .orElse(List.of());
    }

    /** The names of the Services with an address in a directory, by namespace. */
    private record NearServices(Map<String, List<String>> names) {}

    private static NearServices near(ObjectSet set, PodOwner workload) {
        Map<String, List<String>> names = new HashMap<>();
        set.near(Service.class, workload.object())
                .filter(ServiceVariableClash::setsVariables)
                .forEach(service -> names.computeIfAbsent(ObjectSet.namespace(service), any -> new ArrayList<>())
                        .add(ObjectSet.name(service)));
        return new NearServices(names);
    }

    /** The kubelet leaves out Services without an address. */
    private static boolean setsVariables(Service service) {
        return service.getSpec() != null
                && !"None".equals(service.getSpec().getClusterIP())
                && !"ExternalName".equals(service.getSpec().getType());
    }

    /** A variable of the container replaces that of the Service, and a command that names it may remove it. */
    private static boolean handles(
            ObjectSet set, PodOwner workload, Container container, ServiceVariable variable, String service) {
        String name = ServiceVariable.of(service);
        ContainerEnv env = ContainerEnv.of(set, workload, container);
        return (!variable.isPrefix() && env.maySet(name))
                || (!variable.unless().isEmpty() && env.maySet(variable.unless()))
                || Stream.concat(
                                PodOwner.orEmpty(container.getCommand()).stream(),
                                PodOwner.orEmpty(container.getArgs()).stream())
                        .anyMatch(word -> word != null && (word.contains(name) || word.contains("unset ")));
    }

    private void report(
            PodOwner workload, TemplatedPod.Place place, ServiceVariable variable, String service, LintReport report) {
        (variable.isFatal() ? report : report.at(Level.WARNING))
                .invalid(
                        this,
                        workload.object(),
                        place.path() + ".image",
                        "Service \"" + service + "\" sets "
                                + ServiceVariable.of(service)
                                + ", which the image reads: "
                                + variable.effect() + ".");
    }
}
