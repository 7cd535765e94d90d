package dev.glovebox.jail.seccomp;

import java.util.Locale;
import java.util.Optional;

/** A machine whose system call numbers we know. Both are little-endian with 64-bit arguments. */
public enum Architecture {
  /** AMD and Intel. */
  X86_64(0xC000003E),
  /** ARM, 64 bits. */
  AARCH64(0xC00000B7);

  private final int audit;

  Architecture(int audit) {
    this.audit = audit;
  }

  /** The kernel's name for it, AUDIT_ARCH_*, as filters see it. */
  int audit() {
    return audit;
  }

  /** Finds the machine that Java calls {@code osArch}. */
  public static Optional<Architecture> of(String osArch) {
    return switch (osArch.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64", "arm64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
