package dev.berth.review.runbook;

import java.util.List;

/** The command that moves the contents of one directory of a volume to another one, with its owner and mode. */
final class Relocate {
    private Relocate() {}

    /** Returns the command, which can run again; one of the directories may be within the other. */
    static List<String> command(String from, String to) {
        String old = Kubectl.quote(from);
        String now = Kubectl.quote(to);
        if (!isWithin(to, from) && !isWithin(from, to)) {
            String parent = Kubectl.quote(to.substring(0, Math.max(1, to.lastIndexOf('/'))));
            return List.of(
                    "sh",
                    "-c",
                    "if [ -e " + old + " ] || [ ! -e " + now + " ]; then mkdir -p " + parent + " && mv -T " + old + " "
                            + now + "; fi");
        }
        String between = "";
        if (isWithin(to, from)) {
            String rest = to.substring(from.length() + 1);
            int end = rest.indexOf('/');
            between = " ! -name " + Kubectl.quote(end < 0 ? rest : rest.substring(0, end));
        }
        return List.of(
                "sh",
                "-c",
                "mkdir -p " + now + " && chown \"$(stat -c %u:%g " + old + ")\" " + now + " && chmod \"$(stat -c %a "
                        + old
                        + ")\" " + now + " && find " + old + " -mindepth 1 -maxdepth 1 ! -name lost+found" + between
                        + " -exec mv {} " + now + "/ ';'");
    }

    private static boolean isWithin(String path, String directory) {
        return path.startsWith(directory + "/");
    }
}
