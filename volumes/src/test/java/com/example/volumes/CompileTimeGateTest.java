package com.example.volumes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Invalid declarations do not compile. A valid variant of each one does compile, which proves that the error has the
 * expected reason.
 */
class CompileTimeGateTest {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private static final Map<String, List<String>> ERRORS = new HashMap<>();

    static Stream<Arguments> gates() {
        return Stream.of(
                arguments(
                        "IOPS of a cold hard disk",
                        "EbsVolumeType.sc1().iops(4000)",
                        "method iops(int)",
                        "EbsVolumeType.gp3().iops(4000)"),
                arguments(
                        "throughput of io2",
                        "EbsVolumeType.io2(4000).throughput(250)",
                        "method throughput(int)",
                        "EbsVolumeType.gp3().iops(4000).throughput(250)"),
                arguments(
                        "inodes of XFS",
                        "EbsFileSystem.xfs().bytesPerInode(65536)",
                        "method bytesPerInode(int)",
                        "EbsFileSystem.ext4().bytesPerInode(65536)"),
                arguments(
                        "an EBS class without a type of volume",
                        "AwsEbs.named(\"a\").build()",
                        "method build()",
                        "AwsEbs.named(\"a\").type(EbsVolumeType.gp3()).build()"),
                arguments(
                        "a disk of AWS in a class of Azure",
                        "AzureDisk.named(\"a\").skuName(EbsVolumeType.gp3()).build()",
                        "EbsGp3 cannot be converted to AzureDiskSku",
                        "AzureDisk.named(\"a\").skuName(AzureDiskSku.premiumLrs()).build()"),
                arguments(
                        "IOPS of an Azure disk that has none",
                        "AzureDiskSku.premiumLrs().diskIopsReadWrite(4000)",
                        "method diskIopsReadWrite(int)",
                        "AzureDiskSku.premiumV2Lrs().diskIopsReadWrite(4000)"),
                arguments(
                        "a host cache of an Azure disk that supports none",
                        "AzureDiskSku.ultraSsdLrs().cachingMode(AzureCachedDisk.CachingMode.READ_ONLY)",
                        "method cachingMode(AzureCachedDisk.CachingMode)",
                        "AzureDiskSku.premiumLrs().cachingMode(AzureCachedDisk.CachingMode.READ_ONLY)"),
                arguments(
                        "an extreme disk of Google in two zones",
                        "GcpDiskType.pdExtreme(20000).regional()",
                        "method regional()",
                        "GcpDiskType.pdSsd().regional()"),
                arguments(
                        "a volume without a source",
                        "PersistentVolume.named(\"v\").capacity(gibi(1)).accessMode(READ_WRITE_ONCE).build()",
                        "method build()",
                        "PersistentVolume.named(\"v\").capacity(gibi(1)).accessMode(READ_WRITE_ONCE)"
                                + ".source(PersistentVolumeSource.hostPath(\"/v\")).build()"),
                arguments(
                        "a local disk without a node",
                        "PersistentVolumeSource.local(\"/v\")",
                        "method local in class",
                        "PersistentVolumeSource.local(\"/v\", LabelSelectorRequirement.is(\"kubernetes.io/hostname\", \"n\"))"),
                arguments(
                        "a claim without a size",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).build()",
                        "method build()",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1)).build()"),
                arguments(
                        "a claim without an access mode",
                        "PersistentVolumeClaim.named(\"c\").storage(gibi(1)).build()",
                        "method storage(Bytes)",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1)).build()"),
                arguments(
                        "a snapshot of nothing",
                        "VolumeSnapshot.named(\"s\").build()",
                        "method build()",
                        "VolumeSnapshot.named(\"s\").persistentVolumeClaim(PersistentVolumeClaim.existing(\"c\")).build()"),
                arguments(
                        "a snapshot class without a deletion policy",
                        "VolumeSnapshotClass.named(\"s\").driver(\"ebs.csi.aws.com\").build()",
                        "method build()",
                        "VolumeSnapshotClass.named(\"s\").driver(\"ebs.csi.aws.com\")"
                                + ".deletionPolicy(VolumeSnapshotClass.DeletionPolicy.RETAIN).build()"),
                arguments(
                        "a claim that is restored from a Secret",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1))"
                                + ".dataSource(Secret.existing(\"s\"))",
                        "SecretSource cannot be converted to DataSource",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1))"
                                + ".dataSource(DataSource.existingSnapshot(\"s\"))"),
                arguments(
                        "a class by its name alone",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1))"
                                + ".storageClass(\"fast\").build()",
                        "String cannot be converted to StorageClassSource",
                        "PersistentVolumeClaim.named(\"c\").accessMode(READ_WRITE_ONCE).storage(gibi(1))"
                                + ".storageClass(StorageClass.existing(\"fast\")).build()"),
                arguments(
                        "a path of the node without a path",
                        "HostPath.named(\"h\").build()",
                        "method build()",
                        "HostPath.named(\"h\").path(\"/h\").build()"),
                arguments(
                        "a Secret where a ConfigMap belongs",
                        "ConfigMapVolume.named(\"v\").configMap(Secret.existing(\"s\")).build()",
                        "SecretSource cannot be converted to ConfigMapSource",
                        "ConfigMapVolume.named(\"v\").configMap(ConfigMap.existing(\"s\")).build()"),
                arguments(
                        "a decimal mode",
                        "SecretVolume.named(\"v\").secret(Secret.existing(\"s\")).defaultMode(400).build()",
                        "int cannot be converted to FileMode",
                        "SecretVolume.named(\"v\").secret(Secret.existing(\"s\")).defaultMode(FileMode.of(\"0400\"))"
                                + ".build()"),
                arguments(
                        "the pod's node as a file",
                        "VolumeProjection.downwardApi(DownwardApiFile.nodeName(\"node\"))",
                        "method nodeName(",
                        "VolumeProjection.downwardApi(DownwardApiFile.podName(\"name\"))"),
                arguments(
                        "private access to a disk without an endpoint",
                        "AzureNetworkAccessPolicy.allowPrivate()",
                        "method allowPrivate in class",
                        "AzureNetworkAccessPolicy.allowPrivate(\"/subscriptions/s\")"));
    }

    @BeforeAll
    static void compile(@TempDir Path classes) throws IOException {
        List<Snippet> snippets = gates().map(Arguments::get)
                .flatMap(gate -> Stream.of((String) gate[1], (String) gate[3]))
                .distinct()
                .map(Snippet::new)
                .toList();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            COMPILER.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of("-proc:none", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            snippets)
                    .call();
        }
        snippets.forEach(snippet -> ERRORS.put(
                snippet.expression,
                diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .filter(diagnostic -> snippet.equals(diagnostic.getSource()))
                        .map(diagnostic ->
                                diagnostic.getMessage(Locale.ENGLISH).replaceAll("dev\\.berth\\.([a-z]+\\.)+", ""))
                        .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gates")
    void an_invalid_declaration_does_not_compile(String what, String invalid, String error, String valid) {
        assertThat(ERRORS.get(valid)).as("the valid variant of %s", what).isEmpty();
        assertThat(ERRORS.get(invalid)).as(what).singleElement().asString().contains(error);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static final class Snippet extends SimpleJavaFileObject {

        private static final AtomicInteger COUNT = new AtomicInteger();

        private final String expression;
        private final String type;

        Snippet(String expression) {
            this(expression, "Snippet" + COUNT.incrementAndGet());
        }

        private Snippet(String expression, String type) {
            super(URI.create("string:///com/example/compiled/" + type + ".java"), Kind.SOURCE);
            this.expression = expression;
            this.type = type;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return """
                    package com.example.compiled;

                    import static dev.berth.value.Bytes.gibi;
                    import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;

                    import dev.berth.config.*;
                    import dev.berth.value.*;
                    import dev.berth.volumes.*;
                    import dev.berth.volumes.aws.*;
                    import dev.berth.volumes.azure.*;
                    import dev.berth.volumes.gcp.*;
                    import dev.berth.volumes.pod.*;
                    import dev.berth.volumes.snapshot.*;
                    import dev.berth.volumes.storageclass.*;
                    import dev.berth.selector.*;
                    import dev.berth.workload.*;

                    class %s {
                        Object declared() {
                            return %s;
                        }
                    }
                    """.formatted(type, expression);
        }
    }
}
