package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import java.util.ArrayList;
import java.util.List;

/** A configuration file that the image or its server rewrites, on a volume that cannot be written. */
public final class RewrittenFileReadOnly extends ServerRule {

    public RewrittenFileReadOnly() {
        super(
                Level.ERROR,
                new Rule("rewritten-file-read-only", "SetUpAt", "pkg/volume/configmap/configmap.go"),
                "Volumes of ConfigMaps and Secrets are read-only, so the server ends when it starts.",
                "Let an init container copy the file to an emptyDir, and mount that.");
    }

    @Override
    void check(ObjectSet set, Server server, LintReport report) {
        for (String file : rewritten(server)) {
            for (MountedVolume mount : MountedVolume.all(server.workload(), server.place())) {
                if (ContainerPaths.contains(mount.path(), ContainerPaths.normal(file))
                        && (mount.isConfiguration() || mount.isReadOnly())) {
                    report.invalid(
                            this,
                            server.workload().object(),
                            mount.field() + ".mountPath",
                            "Volume \"" + mount.volume() + "\" is read-only, but " + server.label() + " writes to "
                                    + file + ".");
                }
            }
        }
    }

    private static List<String> rewritten(Server server) {
        List<String> files = new ArrayList<>();
        if (server.runsServer()) {
            files.addAll(server.image().rewrittenFiles());
        }
        List<String> words = server.words();
        boolean rewrites = words.stream()
                .map(word -> word.substring(word.lastIndexOf('/') + 1))
                .anyMatch(server.image().command().rewritingArguments()::contains);
        for (String word : words) {
            if (rewrites && word.startsWith("/") && word.endsWith(".conf")) {
                files.add(word);
            }
        }
        return files;
    }
}
