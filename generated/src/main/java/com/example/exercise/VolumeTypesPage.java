package com.example.exercise;

import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.TextFile;
import dev.berth.yaml.YamlWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The page on volume types. Its YAML comes from the rendered manifests, its Java from the sources of this module. */
final class VolumeTypesPage {

    private record Section(String title, String what, String dies, List<Manifest> manifests, List<String> methods) {}

    private static final String SOURCE = "VolumeTypes.java";

    private VolumeTypesPage() {}

    static TextFile render() {
        return TextFile.of(
                "docs/VOLUME_TYPES.md",
                "# Volume types\n\nSeven types of volume, from the one that dies with its pod to the one that outlives the"
                        + " cluster's knowledge of it. The YAML is cut from the rendered manifests, the Java from the"
                        + " declaration that rendered them.\n\n"
                        + sections().stream().map(VolumeTypesPage::text).collect(Collectors.joining("\n")));
    }

    private static List<Section> sections() {
        return List.of(
                new Section(
                        "emptyDir",
                        "A directory that starts empty and that all containers of the pod share: caches, scratch files,"
                                + " files handed from one container to another.",
                        "With the pod. A container that restarts finds it as it was. A pod that writes more than the"
                                + " `sizeLimit` is evicted.",
                        List.of(VolumeTypes.emptyDir()),
                        List.of("emptyDir")),
                new Section(
                        "hostPath",
                        "A directory of the node on which the pod runs. For development, and for agents that must see"
                                + " their node; never for an application's data.",
                        "Never by itself: it stays on that node when the pod is gone. A pod that is placed on another"
                                + " node finds another directory, so to the application the data is lost.",
                        List.of(VolumeTypes.hostPath()),
                        List.of("hostPath")),
                new Section(
                        "PersistentVolume",
                        "A piece of storage as an object of the cluster, made by an administrator or, from a"
                                + " StorageClass, by a driver.",
                        "As its reclaim policy says when its claim is deleted: with `Retain` never, an administrator"
                                + " decides; with `Delete` at once. A volume that was retained is not given to another"
                                + " claim until an administrator clears its `claimRef`.",
                        List.of(VolumeTypes.persistentVolume()),
                        List.of("persistentVolume")),
                new Section(
                        "PersistentVolumeClaim",
                        "A pod's request for such storage. `storageClassName: \"\"` on both sides makes the claim take"
                                + " this volume even where the cluster has a default StorageClass.",
                        "The volume outlives pods; it goes when the claim is deleted, as the reclaim policy says.",
                        List.of(VolumeTypes.persistentVolumeClaim(), VolumeTypes.claim()),
                        List.of("persistentVolumeClaim", "claim")),
                new Section(
                        "configMap",
                        "The keys of a ConfigMap as files: configuration that is not secret.",
                        "It is a copy: the data is the ConfigMap's. The files follow its changes within a minute or so,"
                                + " except where one is mounted by `subPath`.",
                        List.of(VolumeTypes.configMap()),
                        List.of("config", "configMap")),
                new Section(
                        "secret",
                        "The keys of a Secret as files in memory: certificates, keys, passwords. Mode 0400 is decimal"
                                + " 256: YAML 1.2 reads `0400` as four hundred. The pod's `fsGroup` makes the files"
                                + " readable for its group, so the container sees 0440.",
                        "It is a copy: the data is the Secret's. It never reaches the node's disk.",
                        List.of(VolumeTypes.secret()),
                        List.of("secrets", "secret")),
                new Section(
                        "projected",
                        "Several sources in one directory: here a ConfigMap, a Secret, and the pod's own labels from the"
                                + " downward API.",
                        "It is a copy of its sources, and follows their changes as they would.",
                        List.of(VolumeTypes.projected()),
                        List.of("projected")));
    }

    private static String text(Section section) {
        YamlWriter writer = new YamlWriter();
        ManifestFile file = ManifestFile.of("manifests/04-volume-types.yaml", section.manifests())
                .in(Exercise.NAMESPACE);
        String yaml = section.manifests().stream()
                .map(manifest -> writer.toYaml(file.toModel(manifest), manifest.comments()))
                .collect(Collectors.joining("---\n"));
        String java = section.methods().stream().map(VolumeTypesPage::method).collect(Collectors.joining("\n"));
        return "## " + section.title() + "\n\n" + section.what() + "\n\n**When its data dies.** " + section.dies()
                + "\n\n```yaml\n" + yaml + "```\n\n```java\n" + java + "```\n";
    }

    /** Returns the source of a method, from its signature to its closing brace, without indentation. */
    private static String method(String name) {
        List<String> lines = Template.read(SOURCE).lines().toList();
        int start = 0;
        while (!lines.get(start).matches("    static \\w+ " + name + "\\(\\) \\{")) {
            start++;
        }
        int end = start + lines.subList(start, lines.size()).indexOf("    }");
        return lines.subList(start, end + 1).stream()
                .map(line -> line.isEmpty() ? line : line.substring(4))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
