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
            services(set, workload, variable)
                    .filter(service ->
                            setsVariables(service) && !handles(set, workload, place.container(), variable, service))
                    .findFirst()
                    .ifPresent(service -> report(workload, place, variable, service, report));
        }
    }

    private static Stream<Service> services(ObjectSet set, PodOwner workload, ServiceVariable variable) {
        return variable.isPrefix()
                ? set.near(Service.class, workload.object())
                        .filter(service -> ObjectSet.namespace(service).equals(workload.namespace())
                                && variable.isSetFor(ObjectSet.name(service)))
                : set.find(Service.class, workload.object(), workload.namespace(), variable.service()).stream();
    }

    /** The kubelet leaves out Services without an address. */
    private static boolean setsVariables(Service service) {
        return service.getSpec() != null
                && !"None".equals(service.getSpec().getClusterIP())
                && !"ExternalName".equals(service.getSpec().getType());
    }

    /** A variable of the container replaces that of the Service, and a command that names it may remove it. */
    private static boolean handles(
            ObjectSet set, PodOwner workload, Container container, ServiceVariable variable, Service service) {
        String name = ServiceVariable.of(ObjectSet.name(service));
        ContainerEnv env = ContainerEnv.of(set, workload, container);
        return (!variable.isPrefix() && env.maySet(name))
                || (!variable.unless().isEmpty() && env.maySet(variable.unless()))
                || Stream.concat(
                                PodOwner.orEmpty(container.getCommand()).stream(),
                                PodOwner.orEmpty(container.getArgs()).stream())
                        .anyMatch(word -> word != null && (word.contains(name) || word.contains("unset ")));
    }

    private void report(
            PodOwner workload, TemplatedPod.Place place, ServiceVariable variable, Service service, LintReport report) {
        (variable.isFatal() ? report : report.at(Level.WARNING))
                .invalid(
                        this,
                        workload.object(),
                        place.path() + ".image",
                        "Service \"" + ObjectSet.name(service) + "\" sets "
                                + ServiceVariable.of(ObjectSet.name(service))
                                + ", which the image reads: "
                                + variable.effect() + ".");
    }
}
