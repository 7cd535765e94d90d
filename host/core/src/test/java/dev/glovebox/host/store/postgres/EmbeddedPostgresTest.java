package dev.glovebox.host.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.store.Database;
import dev.glovebox.host.store.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
  @Test
  void starts() throws Exception {
    Path data = Files.createTempDirectory("gbdata");
    for (int i = 0; i < 3; i++) {
      long t = System.nanoTime();
      PostgresSettings s =
          new PostgresSettings(
              data,
              Path.of("target/cache"),
              PostgresSettings.SHARED_DEFAULT,
              Path.of("/tmp"),
              System.getProperty("user.name"),
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              new SecureRandom(),
              System::nanoTime,
              true);
      try (EmbeddedPostgres pg = EmbeddedPostgres.start(s, new Migrations())) {
        System.err.println("start ms " + (System.nanoTime() - t) / 1000000);
        try (Database db = Database.over(pg.source())) {
          assertThat(db.query("select current_user", r -> r.getString(1))).containsExactly("glovebox");
        }
        System.err.println("query ms " + (System.nanoTime() - t) / 1000000);
      }
      System.err.println("stop ms " + (System.nanoTime() - t) / 1000000);
      if (i == 0) {
        Folders.delete(data.resolve("postgres-access"));
      }
    }
  }
}
