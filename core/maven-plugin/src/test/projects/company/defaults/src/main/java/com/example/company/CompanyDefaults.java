package com.example.company;

import static dev.berth.value.Bytes.mebi;
import static dev.berth.value.Cpu.millicores;

import dev.berth.config.EnvVar;
import dev.berth.workload.ExtensibleContainerFields;
import dev.berth.workload.ExtensibleWorkload;
import dev.berth.workload.Resources;
import dev.berth.workload.SecurityContext;

/** What every workload of the company has, whatever its kind. */
public final class CompanyDefaults {

    private CompanyDefaults() {}

    /** Returns a workload with the labels of the company, and its container with the defaults. */
    public static <T extends ExtensibleWorkload<T>> T workload(T workload) {
        return workload.plusLabel("app.kubernetes.io/managed-by", "berth")
                .plusPodLabel("company.example/team", "shop")
                .withContainer(CompanyDefaults::container);
    }

    /** Returns a container of any type with the resources, the settings and the security of the company. */
    public static <T extends ExtensibleContainerFields<T>> T container(T container) {
        return container
                .withResources(Resources.requests(millicores(100), mebi(128)))
                .withSecurityContext(SecurityContext.restricted().build())
                .plusEnv(EnvVar.of("TZ", "UTC"));
    }
}
