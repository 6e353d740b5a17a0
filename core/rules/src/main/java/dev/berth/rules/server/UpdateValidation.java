package dev.berth.rules.server;

import dev.berth.finding.Finding;
import dev.berth.object.ObjectId;
import dev.berth.rules.Findings;
import dev.berth.rules.kind.Kind;
import dev.berth.rules.kind.Kinds;
import dev.berth.rules.update.MetadataUpdate;
import dev.berth.rules.update.Update;
import dev.berth.rules.update.UpdateRule;
import java.util.List;
import java.util.Optional;

/**
 * What an API server refuses of an update beyond what it would refuse of creating the object.
 *
 * <p>Mirrors the {@code Validate…Update} functions of Kubernetes 1.36. Kinds without update rules may change freely, as far
 * as is known here.
 */
public final class UpdateValidation {
    private static final UpdateRule METADATA = new MetadataUpdate();

    private UpdateValidation() {}

    /** Returns what the server would refuse of the update, with its own field paths; empty where it accepts it. */
    public static List<Finding> refusals(Update update) {
        Findings findings = new Findings();
        METADATA.check(update, findings);
        kind(update.id()).ifPresent(kind -> kind.checkUpdate(update, findings));
        return findings.list();
    }

    /** Whether the field may change although an update of the object was refused because of other fields. */
    public static boolean mayChange(ObjectId id, String field) {
        return kind(id).filter(kind -> kind.mayChange(field)).isPresent();
    }

    private static Optional<Kind> kind(ObjectId id) {
        return Kinds.inGroup(id.group(), id.kind());
    }
}
