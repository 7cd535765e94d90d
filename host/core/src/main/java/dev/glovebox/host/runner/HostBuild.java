package dev.glovebox.host.runner;

/**
 * Which build runs: part of every manifest, since a replay across builds must say so.
 *
 * @param glovebox version of this program
 * @param java runtime version of the host's JVM
 */
public record HostBuild(String glovebox, String java) {}
