package dev.berth.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the picture in the README matches the declaration and the rendered YAML. */
class PictureTest {

    private static final Path SHOP = Path.of("src/test/projects/shop");
    private static final Path PICTURE = Path.of("../../docs/images/java-beside-yaml.svg");

    @Test
    void the_picture_matches_the_declaration_and_the_rendered_file() throws IOException {
        String picture = draw();
        if ("update".equals(System.getProperty("berth.golden"))) {
            assertThat(System.getenv("CI"))
                    .as("CI compares the committed picture and never updates it")
                    .isNull();
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE))
                .as("to update it: mvn test -pl core/maven-plugin -Dtest=PictureTest -Dberth.golden=update")
                .isEqualTo(picture);
    }

    private static String draw() throws IOException {
        String declared = Files.readString(SHOP.resolve("src/main/java/com/example/shop/Cart.java"));
        String rendered = Files.readString(SHOP.resolve("generated/cart.yaml"));
        String start = "static ManifestSet sized(Bytes storage) {\n";
        String body = declared.substring(declared.indexOf(start) + start.length(), declared.lastIndexOf("    }\n}"));
        var picture = new JavaBesideYaml(body.indent(-8), rendered.substring(rendered.indexOf("apiVersion")));
        picture.color(
                "#0969da",
                "var port = Port.tcp(\"redis\", 6379);",
                List.of("        .addPort(port)", "        .readinessProbe(Probe.tcpSocket(port).build())"),
                List.of("""
                          ports:
                          - name: redis
                            port: 6379
                            targetPort: redis
                        """, """
                                ports:
                                - name: redis
                                  containerPort: 6379
                                readinessProbe:
                                  tcpSocket:
                                    port: redis
                        """));
        picture.color("#1a7f37", """
                var data = ClaimTemplate.named("data")
                        .accessMode(READ_WRITE_ONCE)
                        .storage(storage)
                        .build();
                """, List.of("        .addMount(data.at(\"/data\"))"), List.of("""
                                volumeMounts:
                                - name: data
                                  mountPath: /data
                        """, """
                          volumeClaimTemplates:
                          - apiVersion: v1
                            kind: PersistentVolumeClaim
                            metadata:
                              name: data
                            spec:
                              accessModes:
                              - ReadWriteOnce
                              resources:
                                requests:
                                  storage: 10Gi
                        """));
        picture.color("#8250df", """
                var server = Container.named("redis")
                        .image("redis:7.2-alpine")
                """, List.of("        .container(server)"), List.of("""
                              containers:
                              - name: redis
                                image: redis:7.2-alpine
                        """));
        picture.color(
                "#bc4c00",
                "        .service(HeadlessService.named(\"cart\"))",
                List.of(),
                List.of("""
                        apiVersion: v1
                        kind: Service
                        metadata:
                          name: cart
                        spec:
                          clusterIP: None
                          selector:
                            app: cart
                        """, "  serviceName: cart"));
        return picture.toSvg(List.of(
                "One color is one value in Java.",
                "No reference is typed: ports, mounts, selectors and",
                "the claim template follow from the values."));
    }
}
