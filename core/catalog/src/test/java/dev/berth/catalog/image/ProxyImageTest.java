package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.SourceForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the catalog knows about images with a proxy. */
final class ProxyImageTest {

    @Test
    void haproxyRunsAsAUserThatIsNotRoot() {
        SourceForm.check(ProxyImage.HAPROXY.source());
        assertThat(ProxyImage.HAPROXY.user().user()).isEqualTo(99);
        assertThat(ProxyImage.HAPROXY.user().group()).isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"haproxy:3.0.12, 3.0.12", "registry.example.com:5000/hub/haproxy:2.8-alpine3.22, 2.8"})
    void readsTheVersionFromTheTag(String image, String version) {
        assertThat(ProxyImage.HAPROXY.version(image))
                .map(ImageVersion::toString)
                .contains(version);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "haproxy",
                "haproxy:latest",
                "haproxy:lts-alpine3.22",
                "haproxytech/haproxy-alpine:3.0",
                "nginx:1.27"
            })
    void knowsNoVersionOfOtherImagesAndTags(String image) {
        assertThat(ProxyImage.HAPROXY.version(image)).isEmpty();
    }
}
