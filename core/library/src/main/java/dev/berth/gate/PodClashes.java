package dev.berth.gate;

import dev.berth.finding.Finding;
import dev.berth.finding.Location;
import dev.berth.finding.Rule;
import dev.berth.object.ObjectId;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clashes within the pod of one object: two volumes of one name, two mounts at one path. */
public final class PodClashes {

    private static final Pattern NEEDLESS_SLASHES = Pattern.compile("/(?=/)|(?<=[^/])/+$");

    private static final Rule NAME_TWICE = Rule.ofBerth("volume-name-twice");
    private static final Rule PATH_TWICE = Rule.ofBerth("mount-path-twice");

    private final List<Finding> clashes = new ArrayList<>();

    private PodClashes() {}

    /** Every clash, with its field; none for an object without a pod. */
    public static List<Finding> of(HasMetadata object) {
        Optional<TemplatedPod> pod = TemplatedPod.of(object);
        if (pod.isEmpty()) {
            return List.of();
        }
        PodClashes found = new PodClashes();
        found.volumes(object, pod.get());
        pod.get().containers().forEach(found::mounts);
        return found.clashes;
    }

    private void volumes(HasMetadata object, TemplatedPod pod) {
        Map<String, String> fields = new HashMap<>();
        if (object instanceof StatefulSet set && set.getSpec().getVolumeClaimTemplates() != null) {
            List<PersistentVolumeClaim> templates = set.getSpec().getVolumeClaimTemplates();
            for (int i = 0; i < templates.size(); i++) {
                PersistentVolumeClaim template = templates.get(i);
                if (template != null && template.getMetadata() != null) {
                    name(
                            fields,
                            "spec.volumeClaimTemplates[" + i + "]",
                            template.getMetadata().getName());
                }
            }
        }
        List<Volume> volumes = pod.spec().getVolumes();
        for (int i = 0; volumes != null && i < volumes.size(); i++) {
            if (volumes.get(i) != null) {
                name(
                        fields,
                        pod.specPath() + ".volumes[" + i + "]",
                        volumes.get(i).getName());
            }
        }
    }

    private void name(Map<String, String> fields, String field, @Nullable String name) {
        String other = name == null ? null : fields.putIfAbsent(name, field);
        if (other != null) {
            add(NAME_TWICE, field, "the name \"" + name + "\" is that of " + other + " already: rename one");
        }
    }

    private void mounts(TemplatedPod.Place place) {
        List<VolumeMount> mounts = place.container().getVolumeMounts();
        Map<String, VolumeMount> byPath = new HashMap<>();
        for (int i = 0; mounts != null && i < mounts.size(); i++) {
            VolumeMount mount = mounts.get(i);
            if (mount == null || mount.getMountPath() == null) {
                continue;
            }
            // The API server compares the texts, the container's runtime the paths.
            String path = NEEDLESS_SLASHES.matcher(mount.getMountPath()).replaceAll("");
            VolumeMount other = byPath.putIfAbsent(path, mount);
            if (other != null) {
                add(
                        PATH_TWICE,
                        place.path() + ".volumeMounts[" + i + "].mountPath",
                        "container \""
                                + place.container().getName() + "\" mounts \"" + other.getName() + "\" at \"" + path
                                + "\" already, and \"" + mount.getName() + "\" too: move one");
            }
        }
    }

    private void add(Rule rule, String field, String message) {
        clashes.add(Finding.error(rule, ObjectId.NONE, Location.NONE, field, message));
    }
}
