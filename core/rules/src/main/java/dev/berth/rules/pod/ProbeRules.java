package dev.berth.rules.pod;

import dev.berth.finding.FieldPath;
import dev.berth.finding.Rule;
import dev.berth.rules.Findings;
import dev.berth.rules.Zero;
import dev.berth.rules.format.Format;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of probes, and of the handlers that probes and lifecycle hooks share. */
final class ProbeRules {
    private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");

    private static final Rule HANDLER = Rule.core("handler", "validateHandler");
    private static final Rule ONE_HANDLER = Rule.core("handler-only-one", "validateHandler");
    private static final Rule COMMAND = Rule.core("exec-command", "validateExecAction");
    private static final Rule HTTP_PATH = Rule.core("http-path", "validateHTTPGetAction");
    private static final Rule HTTP_SCHEME = Rule.core("http-scheme", "validateHTTPGetAction");
    private static final Rule HTTP_HEADER = Rule.core("http-header", "validateHTTPGetAction");
    private static final Rule SLEEP = Rule.core("sleep-seconds", "validateSleepAction");
    private static final Rule NUMBERS = Rule.core("probe-numbers", "validateProbe");
    private static final Rule SUCCESS = Rule.core("probe-success-threshold", "validateLivenessProbe");
    private static final Rule GRACE = Rule.core("probe-grace-period", "validateProbe");
    private static final Rule READINESS_GRACE = Rule.core("readiness-grace-period", "validateReadinessProbe");

    private final @Nullable Long gracePeriod;
    private final Findings findings;

    ProbeRules(@Nullable Long gracePeriod, Findings findings) {
        this.gracePeriod = gracePeriod;
        this.findings = findings;
    }

    /** Checks a liveness or startup probe, which succeeds after one success. */
    void untilFirstSuccess(@Nullable Probe probe, FieldPath path) {
        if (probe == null) {
            return;
        }
        probe(probe, path);
        if (Zero.number(probe.getSuccessThreshold()) != 1) {
            findings.invalid(SUCCESS, path.child("successThreshold"), probe.getSuccessThreshold(), "must be 1");
        }
    }

    void readiness(@Nullable Probe probe, FieldPath path) {
        if (probe == null) {
            return;
        }
        probe(probe, path);
        Long grace = probe.getTerminationGracePeriodSeconds();
        if (grace != null) {
            FieldPath at = path.child("terminationGracePeriodSeconds");
            findings.invalid(READINESS_GRACE, at, grace, "not allowed for readiness probes");
        }
    }

    private void probe(Probe probe, FieldPath path) {
        handler(probe.getExec(), probe.getHttpGet(), probe.getTcpSocket(), probe.getGrpc(), null, path);
        number(probe.getInitialDelaySeconds(), path.child("initialDelaySeconds"));
        number(probe.getTimeoutSeconds(), path.child("timeoutSeconds"));
        number(probe.getPeriodSeconds(), path.child("periodSeconds"));
        number(probe.getSuccessThreshold(), path.child("successThreshold"));
        number(probe.getFailureThreshold(), path.child("failureThreshold"));
        Long grace = probe.getTerminationGracePeriodSeconds();
        if (grace != null && grace <= 0) {
            findings.invalid(GRACE, path.child("terminationGracePeriodSeconds"), grace, "must be greater than 0");
        }
    }

    private void number(@Nullable Integer value, FieldPath path) {
        findings.notNegative(NUMBERS, path, Zero.number(value));
    }

    void lifecycle(@Nullable Lifecycle lifecycle, FieldPath path) {
        if (lifecycle != null) {
            hook(lifecycle.getPostStart(), path.child("postStart"));
            hook(lifecycle.getPreStop(), path.child("preStop"));
        }
    }

    private void hook(@Nullable LifecycleHandler hook, FieldPath path) {
        if (hook != null) {
            handler(hook.getExec(), hook.getHttpGet(), hook.getTcpSocket(), null, hook.getSleep(), path);
        }
    }

    private void handler(
            @Nullable ExecAction exec,
            @Nullable HTTPGetAction http,
            @Nullable TCPSocketAction tcp,
            @Nullable GRPCAction grpc,
            @Nullable SleepAction sleep,
            FieldPath path) {
        boolean taken = false;
        if (exec != null) {
            taken = true;
            if (Zero.list(exec.getCommand()).isEmpty()) {
                findings.required(COMMAND, path.child("exec", "command"), "must name a program");
            }
        }
        if (http != null && isFirst(taken, path.child("httpGet"))) {
            httpGet(http, path.child("httpGet"));
        }
        taken |= http != null;
        if (tcp != null && isFirst(taken, path.child("tcpSocket"))) {
            PortRules.numberOrName(tcp.getPort(), path.child("tcpSocket", "port"), findings);
        }
        taken |= tcp != null;
        if (grpc != null && isFirst(taken, path.child("grpc"))) {
            PortRules.number(Zero.number(grpc.getPort()), path.child("grpc", "port"), findings);
        }
        taken |= grpc != null;
        if (sleep != null && isFirst(taken, path.child("sleep"))) {
            long seconds = Zero.number(sleep.getSeconds());
            if (gracePeriod != null && (seconds < 0 || seconds > gracePeriod)) {
                String should = "must be between 0 and terminationGracePeriodSeconds, " + gracePeriod;
                findings.invalid(SLEEP, path.child("sleep"), seconds, should);
            }
        }
        taken |= sleep != null;
        if (!taken) {
            findings.required(HANDLER, path, "must set a handler: exec, httpGet, tcpSocket, grpc or sleep");
        }
    }

    private boolean isFirst(boolean taken, FieldPath path) {
        if (taken) {
            findings.forbidden(ONE_HANDLER, path, "only one handler is allowed");
        }
        return !taken;
    }

    private void httpGet(HTTPGetAction http, FieldPath path) {
        findings.requireText(HTTP_PATH, path.child("path"), http.getPath());
        PortRules.numberOrName(http.getPort(), path.child("port"), findings);
        findings.oneOf(HTTP_SCHEME, path.child("scheme"), http.getScheme(), SCHEMES);
        for (HTTPHeader header : Zero.list(http.getHttpHeaders())) {
            Format.HTTP_HEADER.check(findings, HTTP_HEADER, path.child("httpHeaders"), header.getName());
        }
    }
}
