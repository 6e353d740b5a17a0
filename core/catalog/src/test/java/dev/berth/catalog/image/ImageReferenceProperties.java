package dev.berth.catalog.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ImageReferenceProperties {

    @Property
    void readsBackWhatItPrints(@ForAll("references") ImageReference reference) {
        assertThat(ImageReference.parse(reference.toString())).contains(reference);
    }

    @Property
    void printsWhatItReadsInAFormThatMeansTheSame(@ForAll("texts") String text) {
        Optional<ImageReference> reference = ImageReference.parse(text);

        assertThat(reference.flatMap(parsed -> ImageReference.parse(parsed.toString())))
                .isEqualTo(reference);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab1A.:/@_-").ofMaxLength(12);
    }

    @Provide
    Arbitrary<ImageReference> references() {
        Arbitrary<String> component = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .flatMap(parts -> Arbitraries.of(".", "_", "__", "-", "---").map(dot -> String.join(dot, parts)));
        Arbitrary<String> registry =
                Arbitraries.of("docker.io", "localhost", "localhost:5000", "registry.example.com", "10.0.0.1:443");
        Arbitrary<String> repository =
                component.list().ofMinSize(2).ofMaxSize(4).map(components -> String.join("/", components));
        Arbitrary<String> tag = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("_")
                .ofMinLength(1)
                .ofMaxLength(20);
        Arbitrary<String> digest =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(hex -> "sha256:" + hex);
        return Combinators.combine(registry, repository, tag.optional(), digest.optional())
                .as(ImageReference::new);
    }
}
