package dev.berth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which cluster a review reads. */
class KubeconfigTest {
    private static final String TWO_CONTEXTS = """
            apiVersion: v1
            kind: Config
            current-context: staging
            clusters:
            - {name: staging, cluster: {server: "http://staging.example.com"}}
            - {name: production, cluster: {server: "http://production.example.com"}}
            contexts:
            - {name: staging, context: {cluster: staging, user: someone, namespace: shop}}
            - {name: production, context: {cluster: production, user: someone}}
            users: [{name: someone, user: {token: not-for-real-use}}]
            """;

    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void use() {
        file = directory.resolve("config");
        System.setProperty(Config.KUBERNETES_KUBECONFIG_FILE, file.toString());
    }

    @AfterEach
    void forget() {
        System.clearProperty(Config.KUBERNETES_KUBECONFIG_FILE);
    }

    @Test
    void the_current_context_is_used_by_default() throws IOException {
        Files.writeString(file, TWO_CONTEXTS);
        assertThat(Kubeconfig.of(Optional.empty()).getMasterUrl()).isEqualTo("http://staging.example.com/");
    }

    @Test
    void a_context_is_used_by_its_name() throws IOException {
        Files.writeString(file, TWO_CONTEXTS);
        assertThat(Kubeconfig.of(Optional.of("production")).getMasterUrl()).isEqualTo("http://production.example.com/");
    }

    @Test
    void the_current_context_is_not_used_in_place_of_one_that_does_not_exist() throws IOException {
        Files.writeString(file, TWO_CONTEXTS);
        assertThatThrownBy(() -> Kubeconfig.of(Optional.of("prod")))
                .isInstanceOf(IOException.class)
                .hasMessage("The kubeconfig " + file + " has no context \"prod\": it has production, staging");
    }

    @Test
    void without_a_kubeconfig_no_cluster_is_assumed() {
        assertThatThrownBy(() -> Kubeconfig.of(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("There is no cluster: the kubeconfig " + file
                        + " does not exist or has no current context; KUBECONFIG names another file, and"
                        + " berth.context a context");
    }

    @Test
    void a_file_that_is_not_a_kubeconfig_is_one_line() throws IOException {
        Files.writeString(file, "not a kubeconfig");
        assertThatThrownBy(() -> Kubeconfig.of(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessage("The kubeconfig " + file + " cannot be read: it is not a valid Config");
    }
}
