package com.example.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.ClassPathFiles;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.value.Binary;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Container;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ConfigMaps and Secrets with files of the project, with binary values, and with a hash in their names. */
class ClassPathFilesTest {

    private final ConfigMap files = ConfigMap.named("redis-config")
            .putAllData(ClassPathFiles.of(ClassPathFilesTest.class, "/redis").text())
            .build();

    @TempDir
    Path directory;

    @Test
    void all_files_of_a_directory_become_keys() {
        assertThat(Yaml.of(files)).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: redis-config
                data:
                  redis.conf: |
                    appendonly yes
                  users.acl: |
                    user default off
                """);
    }

    @Test
    void a_file_becomes_a_key() {
        assertThat(ClassPathFiles.of(ClassPathFilesTest.class, "/redis/redis.conf")
                        .text())
                .containsExactly(Map.entry("redis.conf", "appendonly yes\n"));
    }

    @Test
    void a_file_or_a_directory_can_be_in_a_jar() throws IOException, ClassNotFoundException {
        Path jar = directory.resolve("library.jar");
        String owner = ClassPathFilesTest.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : new String[] {"conf/", "conf/b.txt", "conf/a.txt", owner}) {
                out.putNextEntry(new JarEntry(name));
                if (name.equals(owner)) {
                    out.write(bytes(owner));
                } else if (!name.endsWith("/")) {
                    out.write(name.getBytes(StandardCharsets.UTF_8));
                }
                out.closeEntry();
            }
        }
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform)) {
            Class<?> inJar = loader.loadClass(ClassPathFilesTest.class.getName());

            assertThat(ClassPathFiles.of(inJar, "/conf").text())
                    .containsExactly(Map.entry("a.txt", "conf/a.txt"), Map.entry("b.txt", "conf/b.txt"));
            assertThat(ClassPathFiles.of(inJar, "/conf/a.txt").text()).containsOnlyKeys("a.txt");
        }
    }

    private static byte[] bytes(String resource) throws IOException {
        try (var in = ClassPathFilesTest.class.getResourceAsStream("/" + resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        }
    }

    @Test
    void a_path_that_the_class_path_does_not_have_is_refused() {
        assertThatThrownBy(() -> ClassPathFiles.of(ClassPathFilesTest.class, "/reddis"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("ClassPathFiles: Invalid value: \"/reddis\": must be a file or a directory on the class"
                        + " path");
    }

    @Test
    void a_directory_in_a_directory_is_refused() {
        assertThatThrownBy(() -> ClassPathFiles.of(ClassPathFilesTest.class, "/nested"))
                .hasMessage("ClassPathFiles: Invalid value: \"/nested\": must not have a directory: read \"deeper\" on"
                        + " its own, because a key cannot contain a slash");
    }

    @Test
    void a_binary_file_is_not_text() {
        String own = ClassPathFilesTest.class.getSimpleName() + ".class";
        ClassPathFiles file = ClassPathFiles.of(ClassPathFilesTest.class, own);

        assertThatThrownBy(file::text)
                .hasMessage("ClassPathFiles \"" + own + "\": Invalid value: \"" + own
                        + "\": must be text in UTF-8: read it with binary()");
        assertThat(file.binary().get(own))
                .isNotNull()
                .extracting(Binary::base64)
                .asString()
                .startsWith("yv66v");
    }

    private final ConfigMap stores = ConfigMap.named("stores")
            .putData("type", "PKCS12")
            .putBinaryData("trust.p12", Binary.of(new byte[] {0, 1, (byte) 0xff}))
            .build();

    @Test
    void a_config_map_has_binary_values() {
        assertThat(Yaml.of(stores)).isEqualTo("""
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: stores
                data:
                  type: PKCS12
                binaryData:
                  trust.p12: AAH/
                """);
        assertThatThrownBy(() -> stores.env("STORE", "trust.p12"))
                .hasMessage("ConfigMap \"stores\" key: Invalid value: \"trust.p12\": must not be binary in an"
                        + " environment variable: mount it as a file");
        assertThatThrownBy(() -> stores.plusData("trust.p12", "text"))
                .hasMessage("ConfigMap \"stores\" key: Invalid value: \"trust.p12\": must be either text or binary, not"
                        + " both");
    }

    @Test
    void a_secret_has_binary_demo_values() {
        Secret secret = Secret.named("stores")
                .putBinaryDemoValue("key.p12", Binary.of(new byte[] {7}))
                .immutable(true)
                .build();

        assertThat(Yaml.of(secret)).isEqualTo("""
                apiVersion: v1
                kind: Secret
                metadata:
                  name: stores
                immutable: true
                data:
                  # Demo value, readable by everyone who reads this file: never use it for real.
                  key.p12: Bw==
                """);
        assertThat(secret).asString().doesNotContain("7").doesNotContain("Bw");
    }

    @Test
    void references_follow_a_name_with_a_hash_of_the_content() {
        ConfigMap hashed = stores.withContentHash();
        ConfigMap changed = stores.plusData("alias", "ca").withContentHash();
        Container container = Container.named("app")
                .image("app:1")
                .addEnv(hashed.env("TYPE", "type"))
                .build();

        assertThat(hashed.name()).matches("stores-[0-9a-f]{16}").isNotEqualTo(changed.name());
        assertThat(hashed.immutable()).contains(true);
        assertThat(container.env()).singleElement().satisfies(variable -> assertThat(
                        variable.toModel().getValueFrom().getConfigMapKeyRef().getName())
                .isEqualTo(hashed.name()));
        assertThat(stores.withContentHash()).isEqualTo(hashed);
        assertThat(Secret.named("s")
                        .putDemoValue("k", "v")
                        .build()
                        .withContentHash()
                        .name())
                .matches("s-[0-9a-f]{16}");
    }
}
