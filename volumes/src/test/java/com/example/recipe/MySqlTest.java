package com.example.recipe;

import static dev.berth.testing.BerthAssertions.assertThat;
import static dev.berth.value.Bytes.gibi;
import static dev.berth.value.Cpu.millicores;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.config.Secret;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.network.NetworkPolicyPeer;
import dev.berth.recipe.Clients;
import dev.berth.recipe.Password;
import dev.berth.value.InvalidValueException;
import dev.berth.workload.Resources;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A recipe that a user writes has everything that the recipes of the library have. */
class MySqlTest {

    private static final Password PASSWORD = Password.key(Secret.existing("shop-credentials"), "password");

    @Test
    void a_recipe_of_a_user_renders_as_reviewed() {
        Namespace shop = Namespace.named("shop")
                .putLabel("pod-security.kubernetes.io/enforce", "restricted")
                .build();
        var mysql = new MySql(
                "shop",
                "mysql:8.4.6",
                PASSWORD,
                gibi(20),
                Resources.requests(millicores(500), gibi(2)).memoryLimit(gibi(2)),
                Clients.only(NetworkPolicyPeer.podsWith(Map.of("app", "web"))));

        assertThat(ManifestSet.of(
                        ManifestFile.of("namespace.yaml", shop),
                        ManifestFile.of("mysql.yaml", mysql.manifests()).in(shop)))
                .matchesGoldenTree(Path.of("src/test/recipe"));
    }

    @Test
    void a_recipe_of_a_user_is_checked_like_the_others() {
        var requests = Resources.requests(millicores(500), gibi(2));

        assertThatThrownBy(() -> new MySql(
                        "shop", "mysql:8.4.6", PASSWORD, gibi(20), requests, Clients.everyone("It is a test.")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("MySQL \"shop\": resources: Required value: a memory limit, against which the settings are"
                        + " checked");
    }
}
