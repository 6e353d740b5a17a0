package dev.berth.lint.server;

import dev.berth.finding.Level;
import dev.berth.finding.Rule;
import dev.berth.lint.rule.ContainerRule;
import dev.berth.lint.rule.LintReport;
import dev.berth.lint.rule.ObjectSet;
import dev.berth.lint.rule.PodOwner;
import dev.berth.object.TemplatedPod;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of a Secret for its owner alone, which {@code fsGroup} makes readable for a group. */
public final class FsGroupOpensFile extends ContainerRule {

    private static final int GROUP_AND_OTHERS = 077;

    private static final String KEY_FILE = "--keyFile";

    public FsGroupOpensFile() {
        super(
                Level.WARNING,
                new Rule("fs-group-opens-file", "SetVolumeOwnership", "pkg/volume/volume_linux.go"),
                "With fsGroup, the kubelet lets the group read every file of the volume, and the program refuses or ignores"
                        + " a file that others can read.",
                "Let an init container copy the file to an emptyDir with mode 0600, or remove fsGroup.");
    }

    @Override
    protected void check(ObjectSet set, PodOwner workload, TemplatedPod.Place place, LintReport report) {
        if (!RunAs.hasFsGroup(workload)) {
            return;
        }
        for (MountedVolume mount : MountedVolume.all(workload, place)) {
            check(set, workload, place, mount, report);
        }
    }

    private void check(
            ObjectSet set, PodOwner workload, TemplatedPod.Place place, MountedVolume mount, LintReport report) {
        Optional<PodOwner.VolumePlace> volume = workload.volume(mount.volume());
        SecretVolumeSource secret =
                volume.map(found -> found.volume().getSecret()).orElse(null);
        if (volume.isEmpty() || secret == null) {
            return;
        }
        for (KeyToPath item : items(set, workload, secret)) {
            Integer mode = item.getMode() == null ? secret.getDefaultMode() : item.getMode();
            String path = path(mount, item.getPath());
            if (mode != null && (mode & GROUP_AND_OTHERS) == 0 && isForTheOwner(set, workload, place, path)) {
                report.invalid(
                        this,
                        workload.object(),
                        volume.get().path() + ".secret",
                        "File " + path + " has mode " + octal(mode) + ", and gets " + octal(mode | 0440) + ".");
            }
        }
    }

    private static List<KeyToPath> items(ObjectSet set, PodOwner workload, SecretVolumeSource source) {
        List<KeyToPath> items = new ArrayList<>(PodOwner.orEmpty(source.getItems()));
        items.removeIf(Objects::isNull);
        if (items.isEmpty()) {
            set.find(Secret.class, workload.object(), workload.namespace(), source.getSecretName())
                    .ifPresent(secret -> {
                        List<String> keys = new ArrayList<>();
                        if (secret.getData() != null) {
                            keys.addAll(secret.getData().keySet());
                        }
                        if (secret.getStringData() != null) {
                            keys.addAll(secret.getStringData().keySet());
                        }
                        keys.stream()
                                .distinct()
                                .sorted()
                                .forEach(key -> items.add(new KeyToPathBuilder()
                                        .withKey(key)
                                        .withPath(key)
                                        .build()));
                    });
        }
        return items;
    }

    private static String path(MountedVolume mount, @Nullable String path) {
        String file = path == null ? "" : path;
        return file.equals(mount.mount().getSubPath()) ? mount.path() : mount.path() + "/" + file;
    }

    private static boolean isForTheOwner(ObjectSet set, PodOwner workload, TemplatedPod.Place place, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (Names.FOR_THE_OWNER.matcher(name).matches()) {
            // OpenSSH only checks files of its own user, and the files of a Secret belong to root.
            boolean isOfSsh = name.startsWith("id_") || name.startsWith("ssh_");
            return !isOfSsh || !RunAs.isNotRoot(set, workload, place);
        }
        List<String> words = Server.of(set, workload, place).map(Server::words).orElse(List.of());
        int flag = words.indexOf(KEY_FILE);
        return words.contains(KEY_FILE + "=" + path)
                || (flag >= 0 && flag + 1 < words.size() && words.get(flag + 1).equals(path));
    }

    private static String octal(int mode) {
        return "0" + Integer.toOctalString(mode);
    }

    /** Compiled when a tree first needs it. */
    private static final class Names {
        /**
         * The files that a program refuses if their group can read them: {@code PasswordFromFile}, {@code fe-connect.c} of
         * PostgreSQL; {@code sshkey_perm_ok}, {@code authfile.c} of OpenSSH; {@code auth.erl} of Erlang.
         */
        static final Pattern FOR_THE_OWNER =
                Pattern.compile("\\.?pgpass|id_(?:rsa|dsa|ecdsa|ed25519)|ssh_host_.*_key|\\.?erlang\\.cookie");
    }
}
