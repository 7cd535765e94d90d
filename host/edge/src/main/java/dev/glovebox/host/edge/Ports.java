package dev.glovebox.host.edge;

import dev.glovebox.host.approval.Approvals;
import dev.glovebox.host.candidate.Candidates;
import dev.glovebox.host.market.SeriesLibrary;
import dev.glovebox.host.research.Checks;
import dev.glovebox.host.runner.Runs;

/**
 * What the server offers to its callers.
 *
 * @param headroom asked before each call that brings new work
 * @param analysisOptional whether a caller may switch analysis off: private hosts only
 */
public record Ports(
    Candidates candidates,
    SeriesLibrary series,
    Runs runs,
    Approvals approvals,
    Checks checks,
    AuditLogView audit,
    Denials denials,
    Headroom headroom,
    boolean analysisOptional) {}
