package dev.berth.validate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.object.ExistingObject;
import dev.berth.value.InvalidValueException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The validation of a directory of manifests from any source, without a project and without a cluster.
 *
 * @param errors the number of errors
 * @param summary the numbers of objects, files and findings, in one line
 * @param unmatched the existing objects that were stated and to which no manifest refers, each as it was written
 */
public record Validation(int errors, String summary, List<String> unmatched) {

    public Validation {
        unmatched = List.copyOf(unmatched);
    }

    /**
     * Reads every file below a directory, checks each object against the rules of the API server and of the Kubernetes
     * version, and all of them together against the lint rules.
     *
     * @param cluster the parameters of the cluster, as {@link dev.berth.rules.cluster.ClusterParameters#read(Map)} reads
     *     them; the others are those that the headers of rendered files state
     * @param existing the objects that the manifests refer to and that are already in the cluster, with {@code *} for any
     *     characters
     * @throws IOException if the directory cannot be read, or if the sink fails
     */
    public static Validation of(
            Path directory, Map<String, String> cluster, Set<ExistingObject> existing, FindingSink sink)
            throws IOException {
        return of(directory, cluster, existing, List.of(), sink);
    }

    /**
     * The same for a cluster that has these CustomResourceDefinitions, in addition to those in the directory.
     *
     * @throws IOException if the directory cannot be read, or if the sink fails
     */
    public static Validation of(
            Path directory,
            Map<String, String> cluster,
            Set<ExistingObject> existing,
            List<JsonNode> definitions,
            FindingSink sink)
            throws IOException {
        DirectoryRun run = new DirectoryRun(directory, cluster, existing, definitions, sink);
        run.run();
        return new Validation(run.errors(), run.summary(), run.unmatched());
    }

    /**
     * Objects that are already in the cluster.
     *
     * @param names each as {@code Secret/password} or {@code Secret/*}
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
