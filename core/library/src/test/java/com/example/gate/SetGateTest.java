package com.example.gate;

import static dev.berth.value.Bytes.gibi;
import static dev.berth.workload.AccessMode.READ_WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.berth.config.ConfigMap;
import dev.berth.config.Secret;
import dev.berth.finding.Finding;
import dev.berth.gate.SetGate;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.ManifestFile;
import dev.berth.manifest.ManifestSet;
import dev.berth.manifest.Namespace;
import dev.berth.manifest.RawManifest;
import dev.berth.network.HeadlessService;
import dev.berth.scheduling.PriorityClass;
import dev.berth.scheduling.RuntimeClass;
import dev.berth.workload.ClaimTemplate;
import dev.berth.workload.Container;
import dev.berth.workload.ServiceAccount;
import dev.berth.workload.StatefulSet;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a set as a whole: each test has one problem and its exact message, or none. */
class SetGateTest {

    private static final String WAITS = " The pod waits for it, in ContainerCreating or CreateContainerConfigError.";

    private final Namespace shop = Namespace.named("shop").build();
    private final ConfigMap config =
            ConfigMap.named("db-config").putData("DB_NAME", "shop").build();
    private final Secret login =
            Secret.named("db-login").putDemoValue("password", "example").build();
    private final StatefulSet db = StatefulSet.named("db")
            .service(HeadlessService.named("db-headless"))
            .replicas(2)
            .container(Container.named("db")
                    .image("db:1")
                    .addEnv(config.env("DB_NAME"), login.env("DB_PASSWORD", "password"))
                    .addMount(ClaimTemplate.named("data")
                            .accessMode(READ_WRITE_ONCE)
                            .storage(gibi(1))
                            .build()
                            .at("/data"))
                    .build())
            .build();

    @Test
    void a_set_that_holds_all_that_its_objects_name_has_no_problem() {
        assertThat(problems(config, login, db.headlessService(), db)).isEmpty();
    }

    @Test
    void the_order_of_the_objects_does_not_matter() {
        assertThat(problems(db, db.headlessService(), login, config)).isEmpty();
    }

    @Test
    void what_is_named_and_in_no_file_is_missed() {
        assertThat(problems(config, db))
                .containsExactly(
                        "StatefulSet \"db\" in namespace \"shop\": spec.serviceName: Service \"db-headless\" is in no"
                                + " file. The names of its pods never resolve. Add it to a file, or say"
                                + " existing(\"Service\", \"db-headless\") on the set if it is in the cluster."
                                + " (service-missing)",
                        "StatefulSet \"db\" in namespace \"shop\": spec.template.spec.containers[0].env[1].valueFrom"
                                + ".secretKeyRef.name: Secret \"db-login\" is in no file." + WAITS
                                + " Add it to a file, or say existing(\"Secret\", \"db-login\") on the set if it is in"
                                + " the cluster. (secret-missing)");
    }

    @Test
    void a_name_that_is_nearly_right_is_asked_about() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [
                  {name: c, envFrom: [{configMapRef: {name: db-confg}}]}]}}""");
        assertThat(problems(config, pod))
                .containsExactly("Pod \"p\" in namespace \"shop\": spec.containers[0].envFrom[0].configMapRef.name:"
                        + " ConfigMap \"db-confg\" is in no file. Did you mean \"db-config\"?" + WAITS
                        + " Add it to a file, or say existing(\"ConfigMap\", \"db-confg\") on the set if it is in the"
                        + " cluster. (config-map-missing)");
    }

    @Test
    void what_a_declaration_calls_existing_is_not_missed() {
        Container container = Container.named("db")
                .image("db:1")
                .addEnv(Secret.existing("login").env("PASSWORD"))
                .addEnvFrom(ConfigMap.existing("settings").envFrom())
                .build();
        StatefulSet set = StatefulSet.named("db")
                .service(HeadlessService.existing("db-headless"))
                .replicas(1)
                .container(container)
                .serviceAccount(ServiceAccount.existing("runner"))
                .priorityClass(PriorityClass.existing("high"))
                .runtimeClass(RuntimeClass.existing("gvisor"))
                .addImagePullSecret(Secret.existing("registry"))
                .build();
        assertThat(problems(set)).isEmpty();
    }

    @Test
    void what_the_set_calls_existing_is_not_missed() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {priorityClassName: high, containers: []}}""");
        ManifestSet set = ManifestSet.of(ManifestFile.of("pod.yaml", pod));
        assertThat(SetGate.problems(set.models())).hasSize(1);
        assertThat(SetGate.problems(set.existing("PriorityClass", "high").models()))
                .isEmpty();
    }

    @Test
    void an_object_of_another_namespace_does_not_serve() {
        Namespace other = Namespace.named("other").build();
        ManifestSet set = ManifestSet.of(
                ManifestFile.of("config.yaml", config).in(other),
                ManifestFile.of("db.yaml", db, db.headlessService(), login).in(shop));
        assertThat(SetGate.problems(set.models()))
                .extracting(Finding::toString)
                .containsExactly("StatefulSet \"db\" in namespace \"shop\": spec.template.spec.containers[0].env[0]"
                        + ".valueFrom.configMapKeyRef.name: ConfigMap \"db-config\" is in namespace \"other\", and must"
                        + " be in \"shop\"." + WAITS + " Add it there. (config-map-missing)");
    }

    @Test
    void where_the_command_that_applies_a_file_decides_the_namespace_nothing_is_missed() {
        ManifestSet set = ManifestSet.of(
                ManifestFile.of("config.yaml", config, login),
                ManifestFile.of("db.yaml", db, db.headlessService()).in(shop));
        assertThat(SetGate.problems(set.models())).isEmpty();
    }

    @Test
    void a_key_that_a_secret_of_the_set_has_not_is_missed_even_when_a_raw_object_names_it() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, env: [
                  {name: P, valueFrom: {secretKeyRef: {name: db-login, key: pasword}}}]}]}}""");
        assertThat(problems(login, pod))
                .containsExactly(
                        "Pod \"p\" in namespace \"shop\": spec.containers[0].env[0].valueFrom.secretKeyRef.key:"
                                + " Secret \"db-login\" has no key \"pasword\". Keys: password. Did you mean \"password\"?"
                                + WAITS + " Add the key, or name one that exists. (key-missing)");
    }

    @Test
    void a_key_that_customize_takes_is_missed_too() {
        StatefulSet changed = StatefulSet.named("db")
                .service(HeadlessService.existing("db-headless"))
                .replicas(1)
                .container(Container.named("db")
                        .image("db:1")
                        .customize(container -> container
                                .addNewEnv()
                                .withName("X")
                                .withNewValueFrom()
                                .withNewConfigMapKeyRef("timeout", "db-config", null)
                                .endValueFrom()
                                .endEnv())
                        .build())
                .build();
        assertThat(problems(config, changed))
                .containsExactly("StatefulSet \"db\" in namespace \"shop\": spec.template.spec.containers[0].env[0]"
                        + ".valueFrom.configMapKeyRef.key: ConfigMap \"db-config\" has no key \"timeout\"."
                        + " Keys: DB_NAME." + WAITS + " Add the key, or name one that exists. (key-missing)");
    }

    @Test
    void keys_in_base64_and_binary_keys_are_keys() {
        Manifest secret = raw("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {k: djE=}}");
        Manifest binary = raw("{apiVersion: v1, kind: ConfigMap, metadata: {name: b}, binaryData: {k: djE=}}");
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, env: [
                  {name: A, valueFrom: {secretKeyRef: {name: s, key: k}}},
                  {name: B, valueFrom: {configMapKeyRef: {name: b, key: k}}}]}]}}""");
        assertThat(problems(secret, binary, pod)).isEmpty();
    }

    @Test
    void what_is_optional_may_be_missing() {
        assertThat(problems(raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, envFrom: [
                  {secretRef: {name: nowhere, optional: true}}]}]}}"""))).isEmpty();
    }

    @Test
    void the_claims_that_a_stateful_set_makes_can_be_named() {
        Manifest backup = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: backup}, spec: {containers: [], volumes: [
                  {name: data, persistentVolumeClaim: {claimName: data-db-1}}]}}""");
        assertThat(problems(backup, config, login, db, db.headlessService())).isEmpty();
        assertThat(problems(backup))
                .containsExactly(
                        "Pod \"backup\" in namespace \"shop\": spec.volumes[0].persistentVolumeClaim.claimName:"
                                + " PersistentVolumeClaim \"data-db-1\" is in no file. The pod stays Pending. Add it to a"
                                + " file, or say existing(\"PersistentVolumeClaim\", \"data-db-1\") on the set if it is in"
                                + " the cluster. (claim-missing)");
    }

    @Test
    void a_volume_of_the_class_serves_a_claim_as_a_storage_class_does() {
        Manifest claim = raw("""
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c}, spec: {storageClassName: manual}}""");
        Manifest volume = raw("""
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {storageClassName: manual}}""");
        assertThat(problems(claim, volume)).isEmpty();
        assertThat(problems(claim))
                .containsExactly(
                        "PersistentVolumeClaim \"c\" in namespace \"shop\": spec.storageClassName: StorageClass"
                                + " \"manual\" is in no file. The claim stays Pending, and so does every pod that uses it."
                                + " Add it to a file, or say existing(\"StorageClass\", \"manual\") on the set if it is in"
                                + " the cluster. (storage-class-missing)");
    }

    @Test
    void a_file_that_stands_in_for_another_may_name_what_a_third_one_brings() {
        ManifestFile standard = ManifestFile.of("db.yaml", db, db.headlessService(), login, config);
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [
                  {name: c, envFrom: [{configMapRef: {name: settings}}]}]}}""");
        ManifestFile pods = ManifestFile.of("pods.yaml", pod).insteadOf(standard);
        ManifestFile settings = ManifestFile.of(
                        "settings.yaml",
                        ConfigMap.named("settings").putData("K", "v").build())
                .insteadOf(standard);
        assertThat(SetGate.problems(ManifestSet.of(standard, pods, settings).models()))
                .isEmpty();
    }

    @Test
    void a_name_that_leads_nowhere_can_be_acknowledged_by_its_rule() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {serviceAccountName: late, containers: []}}""").acknowledgement("service-account-missing", "An operator makes it.");
        assertThat(problems(pod)).isEmpty();
    }

    @Test
    void all_problems_come_in_one_report_in_the_order_of_the_files_each_with_its_line() {
        Manifest pod = raw("""
                {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {serviceAccountName: runner, containers: [
                  {name: c, volumeMounts: [{name: a, mountPath: /a}, {name: b, mountPath: /a/}]}]}}""");
        List<Finding> problems = SetGate.problems(ManifestSet.of(
                        ManifestFile.of("a.yaml", pod),
                        ManifestFile.of("A.yaml", raw("{apiVersion: v1, kind: Pod, metadata: {name: p}}")))
                .models());
        assertThat(problems)
                .extracting(problem -> problem.toString().replaceFirst(":.*|( is .*)", ""))
                .containsExactly("Pod \"p\"", "Pod \"p\"", "A.yaml", "Pod \"p\"");
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.location().toString()).contains("SetGateTest.java:"));
        assertThat(problems.get(0).withDeclaration())
                .isEqualTo(problems.get(0) + "\n    declared at " + pod.declaration());
    }

    private List<String> problems(Manifest... manifests) {
        ManifestFile file = ManifestFile.of("all.yaml", manifests).in(shop);
        return SetGate.problems(ManifestSet.of(file).models()).stream()
                .map(Finding::toString)
                .toList();
    }

    private static RawManifest raw(String yaml) {
        try {
            return raw((HasMetadata) new YAMLMapper().readValue(yaml, KubernetesResource.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static RawManifest raw(HasMetadata model) {
        return RawManifest.of(model);
    }
}
