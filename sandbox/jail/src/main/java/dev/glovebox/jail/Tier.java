package dev.glovebox.jail;

import java.util.Locale;

/** How strongly a process is confined, weakest first. */
public enum Tier {
  /** Own JVM, cleared environment, bounded memory, deadline and kill; the host's uid. */
  PROCESS,
  /** Bubblewrap: namespaces, read-only image, seccomp, cgroup. */
  BWRAP,
  /** An OCI runtime. */
  OCI;

  /** The name used in RunSpecs, records and reports, for example {@code process}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
