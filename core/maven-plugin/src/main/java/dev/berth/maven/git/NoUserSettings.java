package dev.berth.maven.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Ignores the git configuration of the user and of the system, and prevents JGit from writing its own configuration to
 * the home directory.
 */
final class NoUserSettings extends SystemReader.Delegate {

    private NoUserSettings(SystemReader reader) {
        super(reader);
    }

    /** Applies this to everything in this plugin. */
    static synchronized void use() {
        if (!(SystemReader.getInstance() instanceof NoUserSettings)) {
            SystemReader.setInstance(new NoUserSettings(SystemReader.getInstance()));
        }
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {

        @SuppressWarnings("NullAway") // A null file means no configuration; JGit itself does the same.
        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
