package dev.berth.maven;

import dev.berth.command.Console;
import dev.berth.command.Result;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * The console of a command in a build: what a command prints goes to standard output, without a prefix, so that it also
 * appears with {@code mvn -q} and GitHub recognizes its workflow commands.
 */
final class MojoConsole implements Console {

    private final Log log;

    MojoConsole(Log log) {
        this.log = log;
    }

    @Override
    public void print(String line) {
        System.out.println(line);
    }

    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void debug(String line, Throwable thrown) {
        log.debug(line, thrown);
    }

    /** Fails the build unless the command passed. */
    static void check(Result result) throws MojoFailureException {
        if (result.failure().isPresent()) {
            throw new MojoFailureException(result.failure().get());
        }
    }
}
