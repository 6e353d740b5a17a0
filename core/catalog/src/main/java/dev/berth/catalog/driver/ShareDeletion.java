package dev.berth.catalog.driver;

/** What the drivers for NFS and SMB do with the directory of a volume that is deleted. They ignore the case of the value. */
final class ShareDeletion {

    static final ParameterForm FORM = ParameterForm.of("(?i)|delete|retain|archive", "delete, retain or archive");

    private ShareDeletion() {}
}
