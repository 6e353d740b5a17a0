package dev.berth.catalog.image;

import java.util.List;

/**
 * How the server of an image is started, and what in its command line or configuration moves the data.
 *
 * @param programs the programs that start the server, without their directory; arguments that name another program do
 *     not start it
 * @param dataFlags the arguments that are followed by the data directory, as {@code --datadir /a} or {@code --datadir=/a};
 *     {@code /} stands for every argument that is itself a path or a URL
 * @param configurationFlags the arguments that name a configuration file, which may move the data; {@code *.conf} stands
 *     for every argument with that ending
 * @param configurationPaths where the server reads its configuration, which may move the data
 * @param dataSettings the settings in the configuration that move the data
 * @param rewritingArguments the arguments with which the server rewrites the configuration file that its arguments name
 */
public record ServerCommand(
        List<String> programs,
        List<String> dataFlags,
        List<String> configurationFlags,
        List<String> configurationPaths,
        List<String> dataSettings,
        List<String> rewritingArguments) {

    /** Copies the lists. */
    public ServerCommand {
        programs = List.copyOf(programs);
        dataFlags = List.copyOf(dataFlags);
        configurationFlags = List.copyOf(configurationFlags);
        configurationPaths = List.copyOf(configurationPaths);
        dataSettings = List.copyOf(dataSettings);
        rewritingArguments = List.copyOf(rewritingArguments);
    }

    static ServerCommand of(String... programs) {
        return new ServerCommand(List.of(programs), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    ServerCommand data(String... flags) {
        return new ServerCommand(
                programs, List.of(flags), configurationFlags, configurationPaths, dataSettings, rewritingArguments);
    }

    ServerCommand configuration(String... flags) {
        return new ServerCommand(
                programs, dataFlags, List.of(flags), configurationPaths, dataSettings, rewritingArguments);
    }

    /** One path of the configuration, and the settings in it that move the data. */
    ServerCommand reads(String path, String... settings) {
        return reads(List.of(path), settings);
    }

    ServerCommand reads(List<String> paths, String... settings) {
        return new ServerCommand(programs, dataFlags, configurationFlags, paths, List.of(settings), rewritingArguments);
    }

    ServerCommand rewritesWith(String... arguments) {
        return new ServerCommand(
                programs, dataFlags, configurationFlags, configurationPaths, dataSettings, List.of(arguments));
    }
}
