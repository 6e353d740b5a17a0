package dev.berth.lint.server;

import dev.berth.catalog.image.DataPart;
import dev.berth.catalog.image.ImageLayout;
import dev.berth.catalog.image.ImageVersion;
import dev.berth.catalog.image.ServerCommand;
import dev.berth.lint.rule.ContainerEnv;
import dev.berth.lint.rule.ObjectSet;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory in which a server keeps data.
 *
 * @param path the directory
 * @param isPart whether it contains a part of the data only, such as a transaction log
 * @param isDefault whether it is the directory that the image uses by default
 * @param layout the layout of the image at its version; empty if it is not known
 */
record ServerData(String path, boolean isPart, boolean isDefault, Optional<ImageLayout> layout) {

    private static final String EVERY_PATH = "/";

    /**
     * Returns the directories of a server. Empty if a configuration file may move the data, or if the set does not show which
     * version, command or variable applies.
     */
    static List<ServerData> of(ObjectSet set, Server server) {
        if (!server.runsServer() || mayBeConfigured(set, server)) {
            return List.of();
        }
        List<String> main = main(server);
        if (main.isEmpty()) {
            return List.of();
        }
        boolean isDefault = main.equals(byDefault(server));
        List<ServerData> all = new ArrayList<>();
        for (String directory : main) {
            add(all, server, directory, false, isDefault);
        }
        for (DataPart part : server.image().parts()) {
            Optional<String> variable = part.variable().filter(server.env()::maySet);
            Optional<String> directory = variable.isPresent()
                    ? variable.flatMap(server.env()::value)
                    : part.directory().filter(path -> isDefault);
            directory.ifPresent(path -> add(all, server, path, true, variable.isEmpty()));
        }
        return all;
    }

    private static void add(List<ServerData> all, Server server, String directory, boolean isPart, boolean isDefault) {
        if (directory.startsWith("/") && ContainerEnv.isKnown(directory)) {
            all.add(new ServerData(ContainerPaths.normal(directory), isPart, isDefault, layout(server)));
        }
    }

    private static List<String> main(Server server) {
        ServerCommand command = server.image().command();
        List<String> words = server.words();
        if (command.dataFlags().contains(EVERY_PATH)) {
            List<String> paths = paths(words);
            return paths.isEmpty() ? ofVariables(server) : paths;
        }
        for (int i = 0; i < words.size(); i++) {
            for (String flag : command.dataFlags()) {
                if (words.get(i).startsWith(flag + "=")) {
                    return List.of(words.get(i).substring(flag.length() + 1));
                }
                if (words.get(i).equals(flag) && i + 1 < words.size()) {
                    return List.of(words.get(i + 1));
                }
            }
        }
        return ofVariables(server);
    }

    /** The first variable of the image that is set decides. */
    private static List<String> ofVariables(Server server) {
        for (String variable : server.image().dataDirectoryVariables()) {
            if (server.env().maySet(variable) && !isPart(server, variable)) {
                Optional<String> value = server.env().value(variable);
                return value.isEmpty() ? List.of() : directories(value.get().trim());
            }
        }
        return byDefault(server);
    }

    /** A broker may have several. */
    private static List<String> directories(String value) {
        return value.indexOf(',') < 0 && value.indexOf(' ') < 0 ? List.of(value) : List.of(value.split("[, ]+"));
    }

    private static boolean isPart(Server server, String variable) {
        for (DataPart part : server.image().parts()) {
            if (part.variable().filter(variable::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** The default directory may be below the working directory, which the container can change. */
    private static List<String> byDefault(Server server) {
        if (server.container().getWorkingDir() != null
                || server.image().command().dataFlags().contains(EVERY_PATH)) {
            return List.of();
        }
        if (server.image().dataWithArguments().isPresent() && !server.words().isEmpty()) {
            return List.of(server.image().dataWithArguments().get());
        }
        Optional<ImageLayout> layout = layout(server);
        return layout.isEmpty()
                ? List.of()
                : List.of(layout.get()
                        .dataDirectory(server.version().orElse(layout.get().since())));
    }

    /** Without a version, the layout is known if all versions have the same. */
    private static Optional<ImageLayout> layout(Server server) {
        Optional<ImageVersion> version = server.version();
        List<ImageLayout> layouts = server.image().layouts();
        return version.isPresent()
                ? version.map(server.image()::layout)
                : layouts.size() == 1 ? Optional.of(layouts.get(0)) : Optional.empty();
    }

    /** The paths among the arguments, without the host of a URL. An argument that stands for several counts as none. */
    private static List<String> paths(List<String> words) {
        List<String> paths = new ArrayList<>();
        for (String word : words) {
            int host = word.indexOf("://");
            int slash = host < 0 ? 0 : word.indexOf('/', host + "://".length());
            String path = slash < 0 ? "" : word.substring(slash);
            if (path.startsWith("/") && !path.contains("...") && paths.size() + 1 < words.size()) {
                paths.add(path);
            }
        }
        return paths;
    }

    private static boolean mayBeConfigured(ObjectSet set, Server server) {
        ServerCommand command = server.image().command();
        for (String word : server.words()) {
            for (String flag : command.configurationFlags()) {
                if (flag.startsWith("*")
                        ? word.endsWith(flag.substring(1))
                        : word.equals(flag) || word.startsWith(flag + "=")) {
                    return true;
                }
            }
        }
        for (MountedVolume mount : MountedVolume.all(server.workload(), server.place())) {
            for (String path : command.configurationPaths()) {
                if ((ContainerPaths.contains(path, mount.path()) || ContainerPaths.contains(mount.path(), path))
                        && !mount.isClaim()
                        && mayMoveData(set, mount, command)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Whether a mounted configuration may move the data: all except a ConfigMap of the set without such a setting. A value
     * that is too long to be kept for a rule over the set is empty.
     */
    private static boolean mayMoveData(ObjectSet set, MountedVolume mount, ServerCommand command) {
        return mount.workload()
                .volume(mount.volume())
                .map(place -> place.volume().getConfigMap())
                .flatMap(source -> set.find(
                        ConfigMap.class,
                        mount.workload().object(),
                        mount.workload().namespace(),
                        source.getName()))
                .map(ConfigMap::getData)
                .filter(data -> data.values().stream()
                        .allMatch(text -> text != null
                                && !text.isEmpty()
                                && command.dataSettings().stream().noneMatch(text::contains)))
                .isEmpty();
    }
}
