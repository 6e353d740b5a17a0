package dev.berth.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A certificate of an authority of its own, as a controller would put it into a Secret. */
public final class ServerCertificate {

    private ServerCertificate() {}

    /**
     * Creates an authority and a certificate with openssl.
     *
     * @param directory where the files are created; it is created too
     * @param names the names of the server
     * @return the values of the Secret
     */
    public static Map<String, String> of(Path directory, String... names) throws IOException {
        Files.createDirectories(directory);
        openssl(directory, "req -x509 -newkey rsa:2048 -nodes -subj /CN=authority -keyout @ca.key -out @ca.crt");
        return renewed(directory, names);
    }

    /** Creates another certificate of the authority in this directory. */
    public static Map<String, String> renewed(Path directory, String... names) throws IOException {
        openssl(directory, "req -newkey rsa:2048 -nodes -subj /CN=server -keyout @tls.key -out @tls.csr");
        Files.writeString(
                directory.resolve("names"),
                Arrays.stream(names)
                        .map(name -> "DNS:" + name)
                        .collect(Collectors.joining(",", "subjectAltName=", "")));
        openssl(
                directory,
                "x509 -req -in @tls.csr -CA @ca.crt -CAkey @ca.key -CAcreateserial -extfile @names -out @tls.crt");
        return Map.of(
                "ca.crt", Files.readString(directory.resolve("ca.crt")),
                "tls.crt", Files.readString(directory.resolve("tls.crt")),
                "tls.key", Files.readString(directory.resolve("tls.key")));
    }

    /** Runs openssl. A word that starts with {@code @} is a file in the directory. */
    private static void openssl(Path directory, String words) {
        Shell.run(Stream.of(("openssl " + words).split(" "))
                .map(word -> word.startsWith("@")
                        ? directory.resolve(word.substring(1)).toString()
                        : word)
                .toArray(String[]::new));
    }
}
