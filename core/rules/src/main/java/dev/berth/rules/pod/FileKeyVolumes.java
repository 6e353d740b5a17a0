package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Variables that are read from a file, whose volume must be an emptyDir of the pod: {@code validateFileKeyRefVolumes}. */
final class FileKeyVolumes {
    private static final Rule VOLUME = Rule.core("env-file-volume", "validateFileKeyRefVolumes");

    private final Map<String, Volume> volumes = new HashMap<>();
    private final Findings findings;

    private FileKeyVolumes(Findings findings) {
        this.findings = findings;
    }

    static void check(PodSpec spec, FieldPath path, Findings findings) {
        FileKeyVolumes rules = new FileKeyVolumes(findings);
        Zero.list(spec.getVolumes()).forEach(volume -> rules.volumes.put(Zero.text(volume.getName()), volume));
        rules.containers(spec.getInitContainers(), path.child("initContainers"));
        rules.containers(spec.getContainers(), path.child("containers"));
    }

    private void containers(@Nullable List<Container> given, FieldPath path) {
        List<Container> containers = Zero.list(given);
        for (int i = 0; i < containers.size(); i++) {
            List<EnvVar> variables = Zero.list(containers.get(i).getEnv());
            for (int j = 0; j < variables.size(); j++) {
                variable(
                        variables.get(j),
                        path.index(i).child("env").index(j).child("valueFrom", "fileKeyRef", "volumeName"));
            }
        }
    }

    private void variable(EnvVar variable, FieldPath at) {
        if (variable.getValueFrom() == null || variable.getValueFrom().getFileKeyRef() == null) {
            return;
        }
        String name = Zero.text(variable.getValueFrom().getFileKeyRef().getVolumeName());
        Volume volume = volumes.get(name);
        if (volume == null) {
            findings.notFound(VOLUME, at, name);
        } else if (volume.getEmptyDir() == null) {
            findings.invalid(VOLUME, at, name, "must be an emptyDir");
        }
    }
}
