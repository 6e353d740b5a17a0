package dev.berth.cel.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Semantic versions have the order of https://semver.org. */
class SemverProperties {

    @Example
    void the_order_is_that_of_the_specification() {
        List<String> ordered = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0");
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(version(ordered.get(i)).compareTo(version(ordered.get(j)))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Property
    void the_order_is_total(
            @ForAll("versions") String one, @ForAll("versions") String two, @ForAll("versions") String three) {
        Semver first = version(one);
        Semver second = version(two);
        Semver third = version(three);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(-Integer.signum(second.compareTo(first)));
        if (first.compareTo(second) <= 0 && second.compareTo(third) <= 0) {
            assertThat(first.compareTo(third)).isLessThanOrEqualTo(0);
        }
    }

    @Property
    void a_version_is_its_own_normalized_form(@ForAll("versions") String text) {
        assertThat(Semver.parseNormalized(text)).contains(version(text));
        assertThat(Semver.parseNormalized("v" + text)).contains(version(text));
    }

    @Provide
    Arbitrary<String> versions() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 12);
        Arbitrary<String> part = Arbitraries.of("alpha", "rc", "0", "7", "10", "1a", "-");
        Arbitrary<String> prerelease = part.list().ofMaxSize(3).map(parts -> String.join(".", parts));
        return Combinators.combine(number, number, number, prerelease)
                .as((major, minor, patch, parts) ->
                        major + "." + minor + "." + patch + (parts.isEmpty() ? "" : "-" + parts) + "+build");
    }

    private static Semver version(String text) {
        return Semver.parse(text).orElseThrow();
    }
}
