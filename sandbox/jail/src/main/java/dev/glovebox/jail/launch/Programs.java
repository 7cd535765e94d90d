package dev.glovebox.jail.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs of the system that a jail is built with. */
public record Programs(List<Path> folders) {
  /** The shell. */
  public static final String SHELL = "sh";

  /** Bubblewrap. */
  public static final String BUBBLEWRAP = "bwrap";

  /** Becomes another user. */
  public static final String SETPRIV = "setpriv";

  /** Sets limits. */
  public static final String PRLIMIT = "prlimit";

  /** Enters new namespaces. */
  public static final String UNSHARE = "unshare";

  /** Mounts. */
  public static final String MOUNT = "mount";

  /** Copies the list. */
  public Programs {
    folders = List.copyOf(folders);
  }

  /** Finds {@code name}. */
  public Optional<Path> find(String name) {
    return folders.stream()
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(name))
        .filter(Files::isExecutable)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The path of a program that was found before. */
  public String path(String name) {
    return find(name).map(Path::toString).orElse(name);
  }

  /** Those of {@code wanted} that are not there, each with what to do. */
  public List<String> missing(List<String> wanted) {
    return wanted.stream()
        .filter(name -> find(name).isEmpty())
        .map(name ->
            (name.equals(BUBBLEWRAP) ? "bubblewrap" : name)
                + ": no program "
                + name
                + " in the PATH; install the package "
                + packageOf(name))
        .toList();
  }

  /** The Debian package that holds {@code name}. */
  private static String packageOf(String name) {
    return switch (name) {
      case BUBBLEWRAP -> "bubblewrap";
      case SHELL -> "dash";
      case MOUNT -> "mount";
      case SETPRIV, PRLIMIT, UNSHARE -> "util-linux";
      default -> name;
    };
  }
}
