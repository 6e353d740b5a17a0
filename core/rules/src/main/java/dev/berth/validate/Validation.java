package dev.berth.validate;

import dev.berth.cluster.TargetCluster;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The validation of a directory of manifests from any source, without a project and without a cluster.
 *
 * @param errors the number of errors
 * @param summary the numbers of objects, files and findings, in one line
 */
public record Validation(int errors, String summary) {

    /**
     * Reads every file below a directory, checks each object against the rules of the API server and of the Kubernetes
     * version, and all of them together against the lint rules.
     *
     * @param existing the objects that the manifests refer to and that are already in the cluster
     * @throws IOException if the directory cannot be read, or if the sink fails
     */
    public static Validation of(Path directory, TargetCluster cluster, Set<ExistingObject> existing, FindingSink sink)
            throws IOException {
        DirectoryRun run = new DirectoryRun(directory, cluster, existing, sink);
        run.run();
        return new Validation(run.errors(), run.summary());
    }

    /**
     * Objects that are already in the cluster.
     *
     * @param names each as {@code Secret/password}
     * @throws InvalidValueException if one of them is not a kind and a name
     */
    public static Set<ExistingObject> existing(Collection<String> names) {
        return names.stream().map(Validation::existing).collect(Collectors.toSet());
    }

    private static ExistingObject existing(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            throw InvalidValueException.of("existing", name, "must be a kind and a name, such as Secret/password");
        }
        return new ExistingObject(name.substring(0, slash), name.substring(slash + 1));
    }
}
