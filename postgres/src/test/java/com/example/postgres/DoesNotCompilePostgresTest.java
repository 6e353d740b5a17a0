package com.example.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.harness.DeclarationCompiler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations that are not safe or not complete, each next to a twin that compiles. */
class DoesNotCompilePostgresTest {

    private static final String CLIENTS = ".clients(Clients.everyone(\"a test\"))";
    private static final String REST = ".storage(gibi(1)).resources(Resources.requests(millicores(1), gibi(1)))";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a password in plain text       | .password("secret")               | .password(P)            | java.lang.String cannot be converted to dev.berth.recipe.Password
                    no password                    |                                   | .password(P)            | cannot find symbol
                    an image in plain text         | IMAGE .image("postgres:17")       | IMAGE .image(I)         | java.lang.String cannot be converted to dev.berth.postgres.PostgresImage
                    a dump without a login         | BACKUP dump(S, gibi(1))           | BACKUP dump(S, gibi(1), P) | cannot be applied to given types
                    memory in units of Kubernetes  | SET sharedBuffers(gibi(1))        | SET sharedBuffers(M)    | dev.berth.value.Bytes cannot be converted to dev.berth.postgres.PostgresMemory
                    """)
    void a_declaration_that_is_not_safe_does_not_compile(String what, String bad, String good, String reason) {
        assertThat(errors(declaration(good))).as(what + ": the twin").isEmpty();
        assertThat(errors(declaration(bad == null ? "" : bad)))
                .as(what)
                .hasSize(1)
                .first()
                .asString()
                .contains(reason);
    }

    @Test
    void a_cluster_whose_user_may_be_a_superuser_or_not_does_not_compile() {
        String cluster = "CloudNativePgCluster.named(\"orders\").postgres(" + declaration(".password(P)")
                + ".build()).imageName(\"ghcr.io/cloudnative-pg/postgresql:17.5\")";

        assertThat(errors(cluster + ".userRights(CloudNativePgCluster.UserRights.OWNER)"))
                .isEmpty();
        assertThat(errors(cluster)).hasSize(1).first().asString().contains("cannot find symbol");
    }

    /** A declaration in which one attribute is replaced. */
    private static String declaration(String part) {
        String image = part.startsWith("IMAGE ") ? part.substring(6) : ".image(I)";
        boolean other = part.startsWith("IMAGE ") || part.startsWith("SET ") || part.startsWith("BACKUP ");
        String password = other ? ".password(P)" : part;
        String setting = part.startsWith("SET ") ? ".addSetting(PostgresSetting." + part.substring(4) + ")" : "";
        if (part.startsWith("BACKUP ")) {
            setting = ".backup(PostgresBackup." + part.substring(7) + ")";
        }
        return "Postgres.named(\"orders\")" + image + ".database(\"orders\").user(\"orders\")" + password + REST
                + CLIENTS + setting;
    }

    private static List<String> errors(String declaration) {
        String source = """
                import static dev.berth.value.Bytes.gibi;
                import static dev.berth.value.Cpu.millicores;
                import dev.berth.config.Secret;
                import dev.berth.postgres.*;
                import dev.berth.recipe.*;
                import dev.berth.workload.Resources;
                import dev.berth.workload.Schedule;
                class Declared {
                    static final PostgresImage I = PostgresImage.of("postgres:17.5");
                    static final PostgresMemory M = PostgresMemory.gigabytes(1);
                    static final Schedule S = Schedule.daily(3, 0);
                    static final Password P = Password.key(Secret.existing("s"), "k");
                    Object declared() {
                        return %s.build();
                    }
                }
                """.formatted(declaration);
        return DeclarationCompiler.errors(source);
    }
}
