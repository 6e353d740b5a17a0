package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "postgres, docker.io/library/postgres",
        "postgres:17, docker.io/library/postgres:17",
        "library/postgres, docker.io/library/postgres",
        "docker.io/postgres:17, docker.io/library/postgres:17",
        "docker.io/library/postgres, docker.io/library/postgres",
        "index.docker.io/library/postgres, docker.io/library/postgres",
        "bitnami/postgresql:17, docker.io/bitnami/postgresql:17",
        "localhost/postgres, localhost/postgres",
        "localhost:5000/postgres, localhost:5000/postgres",
        "localhost:5000/team/postgres:17-alpine, localhost:5000/team/postgres:17-alpine",
        "quay.io/coreos/etcd:v3.5.0, quay.io/coreos/etcd:v3.5.0",
        "Registry/postgres, Registry/postgres",
        "registry.example.com, docker.io/library/registry.example.com",
        "my__repo/a--b, docker.io/my__repo/a--b"
    })
    void expandsAReference(String text, String full) {
        assertThat(ImageReference.parse(text)).map(ImageReference::toString).contains(full);
    }

    @Test
    void splitsAReferenceIntoItsParts() {
        ImageReference reference = ImageReference.parse("registry.example.com:5000/team/postgres:17.5@" + DIGEST)
                .orElseThrow();

        assertThat(reference)
                .isEqualTo(new ImageReference(
                        "registry.example.com:5000", "team/postgres", Optional.of("17.5"), Optional.of(DIGEST)));
        assertThat(reference.name()).isEqualTo("postgres");
        assertThat(reference.organization()).isEqualTo("team");
    }

    @Test
    void takesTheColonOfAPortForNoTag() {
        assertThat(ImageReference.parse("localhost:5000/postgres")).hasValueSatisfying(reference -> {
            assertThat(reference.tag()).isEmpty();
            assertThat(reference.organization()).isEmpty();
        });
    }

    @Test
    void takesTheColonOfADigestForNoTag() {
        assertThat(ImageReference.parse("postgres@" + DIGEST)).hasValueSatisfying(reference -> {
            assertThat(reference.tag()).isEmpty();
            assertThat(reference.digest()).contains(DIGEST);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":17",
                "postgres:",
                "postgres:-17",
                "postgres:17:18",
                "Postgres",
                "team//postgres",
                "/postgres",
                "postgres/",
                "postgres@sha256:abc",
                "postgres@",
                "a.b:port/postgres",
                "post gres",
                "https://docker.io/postgres"
            })
    void refusesWhatIsNoReference(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @Test
    void refusesANameThatIsTooLong() {
        String longest = "a".repeat(255 - "docker.io/library/".length());

        assertThat(ImageReference.parse(longest)).isPresent();
        assertThat(ImageReference.parse(longest + "a")).isEmpty();
    }
}
