package dev.glovebox.host.store.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one PostgreSQL cluster, while no server runs on them.
 *
 * @param folder holds {@code data} (0700, of the server's account) and the server's {@code log}
 */
record Cluster(Path folder, PostgresBinaries binaries, ServerAccount account) {
  /**
   * Counts up when {@link #initialise} makes another cluster; templates of another are not used.
   */
  static final int FORM_VERSION = 2;

  /** The role that migrations and the host's tables belong to; no superuser. */
  static final String APPLICATION_ROLE = "glovebox";

  /** The database of that role: initdb's own under another name, so that there is none more. */
  static final String DATABASE = "glovebox";

  /** Small segments: every private host copies a cluster, and an empty one is mostly log. */
  private static final int WAL_SEGMENT_MEBIBYTES = 1;

  /** The role that initdb makes; used by nothing but single-user mode. */
  static final String SUPERUSER = "postgres";

  /** The whole access rule: a password over the unix socket, or nothing. */
  static final String ACCESS_RULES = "local all all scram-sha-256\n";

  Path data() {
    return folder.resolve("data");
  }

  boolean exists() {
    return Files.isRegularFile(data().resolve("PG_VERSION"));
  }

  /** Makes the folder and gives it to the server's account. */
  void makeFolder() {
    Folders.create(folder, "rwx------");
    account.own(folder);
  }

  /** Initialises an empty cluster whose passwords nobody knows. */
  void initialise(String throwawayPassword) {
    Path passwordFile = folder.resolve("initdb.password");
    try {
      writePrivate(passwordFile, throwawayPassword);
      account.own(passwordFile);
      run(
          List.of(
              binaries.program("initdb").toString(),
              "--pgdata=" + data(),
              "--username=" + SUPERUSER,
              "--locale=C",
              "--encoding=UTF8",
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile,
              "--wal-segsize=" + WAL_SEGMENT_MEBIBYTES,
              "--data-checksums"),
          "",
          "initdb");
    } finally {
      Folders.delete(passwordFile);
    }
    try {
      Files.writeString(data().resolve("pg_hba.conf"), ACCESS_RULES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    singleUser(
        "CREATE ROLE " + APPLICATION_ROLE + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE",
        "ALTER DATABASE postgres RENAME TO " + DATABASE,
        "ALTER DATABASE " + DATABASE + " OWNER TO " + APPLICATION_ROLE,
        "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
  }

  /** Copies a stopped cluster into this one, which must not exist yet. */
  void copyFrom(Cluster template) {
    run(
        List.of("cp", "-Rp", template.data().toString(), data().toString()),
        "",
        "copying the template cluster");
  }

  /** Makes the disk hold what {@link #copyFrom} wrote. */
  void sync() {
    run(
        List.of(binaries.program("initdb").toString(), "--sync-only", "--pgdata=" + data()),
        "",
        "syncing the cluster");
  }

  /** Sets both passwords without any listening server. */
  void setPasswords(String superuser, String application) {
    singleUser(
        "ALTER ROLE " + SUPERUSER + " PASSWORD '" + superuser + "'",
        "ALTER ROLE " + APPLICATION_ROLE + " PASSWORD '" + application + "'");
  }

  private void singleUser(String... statements) {
    run(
        List.of(
            binaries.program("postgres").toString(),
            "--single",
            "-j",
            "-D",
            data().toString(),
            "-c",
            "exit_on_error=on",
            "-c",
            "log_checkpoints=off",
            "-c",
            "log_statement=none",
            "-c",
            "log_min_error_statement=panic",
            "template1"),
        String.join(";\n\n", statements) + ";\n\n",
        "PostgreSQL's single-user mode");
  }

  private void run(List<String> program, String input, String what) {
    Commands.demand(account.command(program), folder, input, what);
  }

  /** Writes a file that only the host's account may read. */
  static void writePrivate(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file,
          java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
              java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
