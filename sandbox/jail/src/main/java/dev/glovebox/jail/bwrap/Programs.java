package dev.glovebox.jail.bwrap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs of the system that a jail is built with. */
record Programs(List<Path> folders) {
  static final String SHELL = "sh";
  static final String BUBBLEWRAP = "bwrap";
  static final String SETPRIV = "setpriv";
  static final String PRLIMIT = "prlimit";
  static final String UNSHARE = "unshare";
  static final String MOUNT = "mount";

  Programs {
    folders = List.copyOf(folders);
  }

  /** Finds {@code name}. */
  Optional<Path> find(String name) {
    return folders.stream()
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The path of a program that was found before. */
  String path(String name) {
    return find(name).map(Path::toString).orElse(name);
  }

  /** The Debian package that holds {@code name}. */
  static String packageOf(String name) {
    return switch (name) {
      case BUBBLEWRAP -> "bubblewrap";
      case SHELL -> "dash";
      case MOUNT -> "mount";
      default -> "util-linux";
    };
  }
}
