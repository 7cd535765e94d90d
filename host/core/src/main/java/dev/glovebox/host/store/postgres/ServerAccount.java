package dev.glovebox.host.store.postgres;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account PostgreSQL runs under: the host's own, or {@code nobody} when the host is root.
 *
 * @param other empty for the host's own account
 * @param setpriv the program that drops rights and ties a child's life to the host's, if there
 */
record ServerAccount(Optional<Ids> other, Optional<Path> setpriv) {
  /** An account of the passwd file. */
  record Ids(int user, int group) {}

  private static final Path PASSWD = Path.of("/etc/passwd");
  private static final List<Path> SETPRIV =
      List.of(Path.of("/usr/bin/setpriv"), Path.of("/bin/setpriv"));

  /** Finds the account for a host that runs as {@code hostUser}. */
  static ServerAccount of(String hostUser) {
    Optional<Path> setpriv = SETPRIV.stream().filter(Files::isExecutable).findFirst();
    if (!hostUser.equals("root")) {
      return new ServerAccount(Optional.empty(), setpriv);
    }
    if (setpriv.isEmpty()) {
      throw new Refusal(
          Code.DATABASE_FAILED, "a host run by root needs setpriv (util-linux) for PostgreSQL");
    }
    return new ServerAccount(Optional.of(nobody()), setpriv);
  }

  /** Returns {@code program} as it is to be run, to its end. */
  List<String> command(List<String> program) {
    return command(program, false);
  }

  /** Returns {@code program} as it is to be run for as long as the host lives. */
  List<String> service(List<String> program) {
    return command(program, true);
  }

  /** Hands a file or folder to the account. */
  void own(Path path) {
    other.ifPresent(ids -> {
      try {
        Files.setAttribute(path, "unix:uid", ids.user());
        Files.setAttribute(path, "unix:gid", ids.group());
      } catch (IOException e) {
        throw new UncheckedIOException("a folder could not be handed to nobody", e);
      }
    });
  }

  private List<String> command(List<String> program, boolean endsWithHost) {
    List<String> command = new ArrayList<>();
    setpriv.ifPresent(path -> {
      command.add(path.toString());
      if (endsWithHost) {
        command.addAll(List.of("--pdeathsig", "INT"));
      }
      other.ifPresent(ids ->
          command.addAll(
              List.of(
                  "--reuid",
                  String.valueOf(ids.user()),
                  "--regid",
                  String.valueOf(ids.group()),
                  "--clear-groups")));
      command.add("--no-new-privs");
      command.add("--");
    });
    command.addAll(program);
    return command;
  }

  private static Ids nobody() {
    try {
      for (String line : Files.readAllLines(PASSWD)) {
        List<String> fields = List.of(line.split(":", -1));
        if (fields.size() >= 4 && fields.getFirst().equals("nobody")) {
          return new Ids(Integer.parseInt(fields.get(2)), Integer.parseInt(fields.get(3)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new Refusal(Code.DATABASE_FAILED, "a host run by root needs an account nobody");
  }
}
