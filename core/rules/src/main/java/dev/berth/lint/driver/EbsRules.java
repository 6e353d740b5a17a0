package dev.berth.lint.driver;

import dev.berth.lint.rule.SetRule;
import dev.berth.lint.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The driver for disks of Amazon EBS. */
public final class EbsRules {

    private static final Driver DRIVER = new Driver(
            Set.of("ebs.csi.aws.com"), true, "pkg/driver/controller.go of kubernetes-sigs/aws-ebs-csi-driver");

    private EbsRules() {}

    /** The rules about its parameters. */
    public static List<SetRule> all() {
        return List.of(
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "ebs-parameter-unknown",
                        "CreateVolume",
                        ParameterRule.REFUSED,
                        "Correct the key, or remove it.",
                        EbsRules::unknown),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "ebs-parameter-invalid",
                        "CreateVolume",
                        "The driver or EC2 makes no volume, and every claim of the class stays Pending.",
                        "Correct the value.",
                        EbsRules::values),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "ebs-parameters-conflict",
                        "CreateDisk",
                        "The driver or EC2 makes no volume, and every claim of the class stays Pending.",
                        "Keep one of them, or another type.",
                        EbsRules::conflicts),
                new ParameterRule(
                        DRIVER,
                        Severity.BROKEN,
                        "ebs-not-encrypted",
                        "isTrue",
                        "The driver compares with exactly \"true\", and makes a volume that is not encrypted.",
                        "Write encrypted: \"true\".",
                        (parameters, complain) -> {
                            String encrypted = parameters.get("encrypted");
                            if (encrypted.matches("(?i)true|yes|on|1|t|y")
                                    && !encrypted.equals("true")
                                    && !parameters.has("kmskeyid")) {
                                complain.accept("encrypted", "It says \"" + encrypted + "\".");
                            }
                        }),
                new ParameterRule(
                        DRIVER,
                        Severity.RISK,
                        "ebs-iops-capped",
                        "capIOPS",
                        "The driver lowers it without a word.",
                        "Write what the type can do.",
                        EbsRules::capped));
    }

    private static final Set<String> KEYS = Set.of(
            "allowautoiopsincreaseonmodify",
            "allowautoiopspergbincrease",
            "blockattachuntilinitialized",
            "blockexpress",
            "blocksize",
            "bytesperinode",
            "encrypted",
            "ext4bigalloc",
            "ext4clustersize",
            "ext4encryptionsupport",
            "inodesize",
            "iops",
            "iopspergb",
            "kmskeyid",
            "numberofinodes",
            "throughput",
            "type",
            "volumeinitializationrate");
    private static final List<String> TYPES = List.of("gp3", "gp2", "io2", "io1", "st1", "sc1", "standard");
    private static final List<String> WITH_IOPS = List.of("gp3", "io1", "io2");
    private static final List<String> NUMBERS = List.of("iops", "iopspergb", "throughput", "volumeinitializationrate");
    private static final List<String> FORMATS = List.of("blocksize", "inodesize", "bytesperinode", "numberofinodes");

    private static void unknown(Parameters parameters, BiConsumer<String, String> complain) {
        for (String key : parameters.keys()) {
            boolean tag = parameters.asWritten(key).startsWith("tagSpecification");
            if (!tag && !KEYS.contains(key) && !key.equals("fstype")) {
                complain.accept(key, "\"" + parameters.asWritten(key) + "\" is no parameter of ebs.csi.aws.com.");
            }
        }
    }

    private static void values(Parameters parameters, BiConsumer<String, String> complain) {
        ParameterRule.oneOf(parameters, "type", TYPES, complain);
        NUMBERS.forEach(key -> ParameterRule.matches(parameters, key, "[+-]?[0-9]{1,9}", "a number", complain));
        FORMATS.forEach(
                key -> ParameterRule.matches(parameters, key, "[A-Za-z0-9]+", "made of letters and digits", complain));
        long least = type(parameters).equals("gp3") ? 3000 : 100;
        long iops = number(parameters, "iops");
        if (iops >= 0
                && iops < least
                && WITH_IOPS.contains(type(parameters))
                && !parameters.get("allowautoiopspergbincrease").equals("true")) {
            complain.accept(
                    "iops", iops + " is less than the " + least + " that " + type(parameters) + " begins with.");
        }
    }

    private static void conflicts(Parameters parameters, BiConsumer<String, String> complain) {
        String type = type(parameters);
        if (parameters.has("iops") && parameters.has("iopspergb")) {
            complain.accept("iopspergb", "The iops are given as a number too.");
        }
        if (parameters.has("iops") && TYPES.contains(type) && !WITH_IOPS.contains(type)) {
            complain.accept("iops", "A volume of type " + type + " takes no iops.");
        }
        if (parameters.has("throughput") && TYPES.contains(type) && !type.equals("gp3")) {
            complain.accept("throughput", "A volume of type " + type + " takes no throughput.");
        }
        if (parameters.has("ext4clustersize") && !parameters.get("ext4bigalloc").equals("true")) {
            complain.accept("ext4clustersize", "It needs ext4BigAlloc: \"true\".");
        }
        for (String key : refusedBy(parameters.fsType())) {
            if (parameters.has(key)) {
                complain.accept(key, "It cannot be said of " + parameters.fsType() + ".");
            }
        }
    }

    private static List<String> refusedBy(String fsType) {
        return switch (fsType) {
            case "xfs" ->
                List.of("bytesperinode", "numberofinodes", "ext4bigalloc", "ext4clustersize", "ext4encryptionsupport");
            case "ext3" -> List.of("ext4bigalloc", "ext4clustersize", "ext4encryptionsupport");
            case "ntfs" ->
                List.of(
                        "blocksize",
                        "inodesize",
                        "bytesperinode",
                        "numberofinodes",
                        "ext4bigalloc",
                        "ext4clustersize",
                        "ext4encryptionsupport");
            default -> List.of();
        };
    }

    private static void capped(Parameters parameters, BiConsumer<String, String> complain) {
        boolean io1 = type(parameters).equals("io1");
        if (io1 || type(parameters).equals("io2")) {
            long most = io1 ? 64_000 : 256_000;
            long mostForEach = io1 ? 50 : 1000;
            if (number(parameters, "iops") > most) {
                complain.accept("iops", "A volume of type " + type(parameters) + " has at most " + most + ".");
            }
            if (number(parameters, "iopspergb") > mostForEach) {
                complain.accept(
                        "iopspergb",
                        "A volume of type " + type(parameters) + " has at most " + mostForEach + " per GiB.");
            }
        }
    }

    private static String type(Parameters parameters) {
        return parameters.has("type") ? parameters.get("type") : "gp3";
    }

    private static long number(Parameters parameters, String key) {
        return parameters.get(key).matches("[0-9]{1,9}") ? Long.parseLong(parameters.get(key)) : -1;
    }
}
