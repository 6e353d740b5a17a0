package dev.berth.client;

import io.fabric8.kubernetes.api.model.NamedContext;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.util.Optional;

/** Finds a context as kubectl does: in the kubeconfig, or with the service account of the pod in which this runs. */
final class Kubeconfig {
    private Kubeconfig() {}

    /**
     * Returns the configuration of a context.
     *
     * @param context the context; empty for the current one
     * @throws IOException if there is no such context, or no kubeconfig can be read; one line
     */
    static Config of(Optional<String> context) throws IOException {
        Config config;
        try {
            config = Config.autoConfigure(context.orElse(null));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(
                    "The kubeconfig " + files() + " cannot be read: it is not a valid Config", unreadable);
        }
        checked(config, context);
        return config;
    }

    /** The client ignores a context that it does not find: it would use the current one, which is another cluster. */
    private static void checked(Config config, Optional<String> context) throws IOException {
        NamedContext used = config.getCurrentContext();
        if (context.isPresent() && (used == null || !used.getName().equals(context.get()))) {
            throw new IOException(
                    "The kubeconfig " + files() + " has no context \"" + context.get() + "\": it has " + names(config));
        }
        boolean found = used != null || !config.getMasterUrl().startsWith(Config.DEFAULT_MASTER_URL);
        if (!found) {
            throw new IOException("There is no cluster: the kubeconfig " + files()
                    + " does not exist or has no current context; KUBECONFIG names another file, and berth.context a"
                    + " context");
        }
    }

    private static String files() {
        return String.join(", ", Config.getKubeconfigFilenames());
    }

    private static String names(Config config) {
        return config.getContexts().isEmpty()
                ? "no contexts"
                : String.join(
                        ", ",
                        config.getContexts().stream()
                                .map(NamedContext::getName)
                                .sorted()
                                .toList());
    }
}
