package dev.berth.maven.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Reads no git configuration of the user or the machine, and keeps JGit from writing one of its own into the home. */
final class NoUserSettings extends SystemReader.Delegate {

    private NoUserSettings(SystemReader reader) {
        super(reader);
    }

    /** Makes it so for all that this plugin does. */
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

        @SuppressWarnings("NullAway") // no file is what this is about, and JGit itself makes such ones so
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
