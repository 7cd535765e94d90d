package dev.glovebox.host.store.postgres;

import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.Migrations;
import dev.glovebox.host.store.SharedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A host that starts PostgreSQL, writes one row, says so and waits to be killed. */
final class DoomedHost {
  private DoomedHost() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedPostgres postgres =
        EmbeddedPostgres.start(
            SharedPostgres.settings(Path.of(arguments[0]), true), new Migrations());
    try (Database database = Database.over(postgres.source())) {
      database.execute("INSERT INTO lease VALUES ('t', 'r', 7, 'doomed', now())");
      System.out.println(postgres.pid());
      System.out.flush();
      int _ = System.in.read();
    }
  }
}
