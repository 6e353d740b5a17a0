package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** A certificate of an authority of its own, as a controller would put it into a Secret. */
final class ServerCertificate {

    private ServerCertificate() {}

    /**
     * Creates a certificate with openssl.
     *
     * @param names the names of the server
     * @return the values of the Secret
     */
    static Map<String, String> of(Path directory, String... names) throws Exception {
        Files.createDirectories(directory);
        openssl(directory, "req -x509 -newkey rsa:2048 -nodes -subj /CN=authority -keyout ca.key -out ca.crt");
        openssl(directory, "req -newkey rsa:2048 -nodes -subj /CN=server -keyout tls.key -out tls.csr");
        Files.writeString(
                directory.resolve("names"),
                Arrays.stream(names)
                        .map(name -> "DNS:" + name)
                        .collect(Collectors.joining(",", "subjectAltName=", "")));
        openssl(
                directory,
                "x509 -req -in tls.csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile names -out tls.crt");
        return Map.of(
                "ca.crt", read(directory, "ca.crt"),
                "tls.crt", read(directory, "tls.crt"),
                "tls.key", read(directory, "tls.key"));
    }

    private static void openssl(Path directory, String words) throws Exception {
        Process openssl = new ProcessBuilder(("openssl " + words).split(" "))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        assertThat(openssl.waitFor()).as(words).isZero();
    }

    private static String read(Path directory, String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }
}
