package dev.berth.tree;

import java.io.IOException;

/** Programs of the machine that a test requires. */
final class Programs {

    private Programs() {}

    /** Returns whether the command exists here and succeeds. */
    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
