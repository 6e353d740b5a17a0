package dev.berth.maven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {

    private static final PersonIdent SOMEBODY = new PersonIdent("Somebody", "somebody@example.com");

    @TempDir
    private Path root;

    private Path tree;

    @BeforeEach
    void initialize() throws Exception {
        tree = root.resolve("deploy/generated");
        Git.init().setDirectory(root.toFile()).setInitialBranch("main").call().close();
    }

    private void commit(String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        try (Git git = Git.open(root.toFile())) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAuthor(SOMEBODY)
                    .setCommitter(SOMEBODY)
                    .setSign(false)
                    .setMessage(text)
                    .call();
        }
    }

    private void branch(String name) throws Exception {
        try (Git git = Git.open(root.toFile())) {
            git.checkout().setCreateBranch(true).setName(name).call();
        }
    }

    @Test
    void a_revision_contains_the_manifests_of_its_directory() throws Exception {
        commit("deploy/generated/demo.yaml", "replicas: 1\n");
        commit("deploy/generated/demo.yaml", "replicas: 3\n");
        commit("deploy/generated/more/pod.json", "{}\n");
        commit("deploy/generated/.hidden/pod.yaml", "hidden: true\n");
        commit("deploy/generated/deploy.sh", "#!/bin/sh\n");
        commit("elsewhere.yaml", "other: true\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThat(repository.at("HEAD", tree).files())
                    .isEqualTo(Map.of("demo.yaml", "replicas: 3\n", "more/pod.json", "{}\n"));
            assertThat(repository.at("HEAD~5", tree).files()).isEqualTo(Map.of("demo.yaml", "replicas: 1\n"));
            assertThat(repository.at("HEAD", tree).name()).isEqualTo("HEAD:deploy/generated");
            assertThat(repository.at("HEAD", root).files())
                    .containsKeys("elsewhere.yaml", "deploy/generated/demo.yaml");
        }
    }

    @Test
    void a_directory_that_the_revision_does_not_contain_is_empty() throws Exception {
        commit("elsewhere.yaml", "other: true\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThat(repository.at("main", tree).files()).isEmpty();
        }
    }

    @Test
    void the_merge_base_is_the_last_commit_in_common_with_the_default_branch() throws Exception {
        commit("deploy/generated/demo.yaml", "replicas: 1\n");
        branch("grow");
        commit("deploy/generated/demo.yaml", "replicas: 3\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThat(repository.atMergeBase(tree).files()).isEqualTo(Map.of("demo.yaml", "replicas: 1\n"));
        }
    }

    @Test
    void the_repository_of_a_subdirectory_is_found() throws Exception {
        commit("deploy/generated/demo.yaml", "replicas: 1\n");
        Path below = tree.resolve("manifests");
        try (GitRepository repository = GitRepository.around(below)) {
            assertThat(repository.at("HEAD", below).files()).isEmpty();
        }
    }

    @Test
    void a_missing_revision_is_reported() throws Exception {
        commit("demo.yaml", "replicas: 1\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThatThrownBy(() -> repository.at("v1.0", tree))
                    .isInstanceOf(IOException.class)
                    .hasMessage("\"v1.0\" is neither a directory nor a revision of " + root.toRealPath()
                            + ": correct it or fetch it");
        }
    }

    @Test
    void an_invalid_revision_is_reported() throws Exception {
        commit("demo.yaml", "replicas: 1\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            for (String revision : List.of("HEAD..main", "HEAD^{nothing", "main:demo.yaml", "")) {
                assertThatThrownBy(() -> repository.at(revision, tree))
                        .isInstanceOf(IOException.class)
                        .hasMessage("\"" + revision + "\" is neither a directory nor a revision of " + root.toRealPath()
                                + ": correct it or fetch it");
            }
        }
    }

    @Test
    void a_shallow_clone_is_reported_with_how_to_fetch_the_rest(@TempDir Path clone) throws Exception {
        commit("demo.yaml", "replicas: 1\n");
        commit("demo.yaml", "replicas: 3\n");
        Git.cloneRepository()
                .setURI(root.toUri().toString())
                .setDirectory(clone.toFile())
                .setDepth(1)
                .call()
                .close();
        try (GitRepository repository = GitRepository.around(clone)) {
            assertThatThrownBy(() -> repository.at("HEAD~1", clone))
                    .isInstanceOf(IOException.class)
                    .hasMessage("\"HEAD~1\" is neither a directory nor a revision of " + clone.toRealPath()
                            + ": correct it or fetch it. This clone is shallow: \"git fetch --unshallow\" fetches the"
                            + " rest of the history (actions/checkout: fetch-depth: 0, GitLab: GIT_DEPTH: 0)");
            assertThat(repository.atMergeBase(clone).files()).isEqualTo(Map.of("demo.yaml", "replicas: 3\n"));
        }
    }

    @Test
    void a_detached_head_is_reviewed_like_a_branch() throws Exception {
        commit("deploy/generated/demo.yaml", "replicas: 1\n");
        branch("grow");
        commit("deploy/generated/demo.yaml", "replicas: 3\n");
        try (Git git = Git.open(root.toFile())) {
            git.checkout().setName(git.getRepository().resolve("HEAD").name()).call();
        }
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThat(repository.atMergeBase(tree).files()).isEqualTo(Map.of("demo.yaml", "replicas: 1\n"));
        }
    }

    @Test
    void a_bare_repository_has_no_tree_to_review(@TempDir Path bare) throws Exception {
        Git.init().setDirectory(bare.toFile()).setBare(true).call().close();
        assertThatThrownBy(() -> GitRepository.around(bare))
                .isInstanceOf(IOException.class)
                .hasMessage(bare + " is in a bare git repository, which has no working tree: set directories with"
                        + " -Dberth.before and -Dberth.after");
    }

    @Test
    void a_path_is_relative_to_the_root_of_the_repository(@TempDir Path outside) throws Exception {
        assertThat(GitRepository.pathFromRoot(tree)).isEqualTo("deploy/generated");
        assertThat(GitRepository.pathFromRoot(root)).isEmpty();
        assertThat(GitRepository.pathFromRoot(outside.resolve("a/../b")))
                .isEqualTo(outside.resolve("b").toString().replace('\\', '/'));
    }

    @Test
    void a_repository_without_a_default_branch_needs_a_revision() throws Exception {
        commit("demo.yaml", "replicas: 1\n");
        try (Git git = Git.open(root.toFile())) {
            git.branchRename().setNewName("trunk").call();
        }
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThatThrownBy(() -> repository.atMergeBase(tree))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            root.toRealPath() + " has no default branch (origin/HEAD, main or master): set a revision"
                                    + " with -Dberth.before");
        }
    }

    @Test
    void a_directory_outside_a_repository_needs_directories(@TempDir Path outside) {
        assertThatThrownBy(() -> GitRepository.around(outside))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        outside + " is not in a git repository: set directories with -Dberth.before and -Dberth.after");
    }

    @Test
    void a_file_that_is_not_utf_8_is_reported() throws Exception {
        Files.createDirectories(tree);
        Files.write(tree.resolve("bad.yaml"), "\u00ff".getBytes(StandardCharsets.ISO_8859_1));
        commit("demo.yaml", "replicas: 1\n");
        try (GitRepository repository = GitRepository.around(tree)) {
            assertThatThrownBy(() -> repository.at("HEAD", tree).files())
                    .isInstanceOf(IOException.class)
                    .hasMessage("HEAD:deploy/generated/bad.yaml: not UTF-8");
        }
    }

    @Test
    void no_configuration_of_the_user_is_read() throws Exception {
        try (GitRepository repository = GitRepository.around(tree)) {
            Config user = SystemReader.getInstance().getUserConfig();
            // JGit itself notes in memory how exact the times of the file system are, as soon as it has measured them.
            assertThat(user.getSections()).isSubsetOf("filesystem");
            assertThat(repository).isNotNull();
        }
    }
}
