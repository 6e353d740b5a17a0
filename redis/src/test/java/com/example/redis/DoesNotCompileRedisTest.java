package com.example.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.harness.DeclarationCompiler;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations that are not safe or make no sense, each next to a twin that compiles. */
class DoesNotCompileRedisTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    a password in plain text     | redis(I, "secret", T)                   | redis(I, P, T)                                 | java.lang.String cannot be converted to dev.berth.recipe.Password
                    an image in plain text       | redis("redis:7.4.2", P, T)              | redis(I, P, T)                                 | java.lang.String cannot be converted to dev.berth.redis.RedisImage
                    memory without a unit        | RedisSetting.maxMemory(1000)            | RedisSetting.maxMemory(gibi(1))                | int cannot be converted to dev.berth.value.Bytes
                    two sentinels                | RedisTopology.sentinel(3, 2)            | RedisTopology.sentinel(3, Sentinels.three())   | int cannot be converted to dev.berth.redis.Sentinels
                    a proxy without sentinels    | RedisTopology.replicated(3).proxy(X)    | RedisTopology.sentinel(3, Sentinels.three().proxy(X)) | cannot find symbol
                    a proxy for a cluster        | RedisTopology.cluster(3, 1).proxy(X)    | RedisTopology.sentinel(3, Sentinels.five().proxy(X))  | cannot find symbol
                    certificates without TLS    | RedisTls.clientCertificatesRequired()   | RedisTls.required(C).clientCertificatesRequired()     | non-static method
                    """)
    void a_declaration_that_is_not_safe_does_not_compile(String what, String bad, String good, String reason) {
        assertThat(errors(good)).as(what + ": the twin").isEmpty();
        assertThat(errors(bad)).as(what).hasSize(1).first().asString().contains(reason);
    }

    private static List<String> errors(String expression) {
        return DeclarationCompiler.errors("""
                import static dev.berth.value.Bytes.gibi;
                import static dev.berth.value.Bytes.mebi;
                import static dev.berth.value.Cpu.millicores;
                import dev.berth.config.*;
                import dev.berth.recipe.*;
                import dev.berth.redis.*;
                import dev.berth.workload.Resources;
                class Declared {
                    static final RedisImage I = RedisImage.of("redis:7.4.2");
                    static final Password P = Password.key(Secret.existing("s"), "k");
                    static final RedisTopology T = RedisTopology.independent(1);
                    static final SecretSource C = Secret.existing("c");
                    static final Resources R = Resources.requests(millicores(100), mebi(128)).memoryLimit(mebi(128));
                    static final RedisProxy X = RedisProxy.haproxy("haproxy:3.0.12", R);
                    Object declared() {
                        return %s;
                    }
                    Redis redis(RedisImage image, Password password, RedisTopology topology) {
                        return Redis.named("cache").image(image).password(password).storage(gibi(1)).resources(R)
                                .clients(Clients.everyone("a test")).topology(topology).build();
                    }
                }
                """.formatted(expression));
    }
}
