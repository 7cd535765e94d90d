package dev.glovebox.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(60)
@ExtendWith(SharedPostgres.class)
class MigrationsTest {
  @Test
  void everyFileIsNamed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())).sorted().toList())
          .isEqualTo(Migrations.FILES);
    }
  }

  @Test
  void everyPrimaryKeyBeginsWithTheTeam(Database database) {
    List<String> firstColumns =
        database.query(
            """
            SELECT pg_class.relname || '.' || pg_attribute.attname
            FROM pg_index
            JOIN pg_class ON pg_class.oid = pg_index.indrelid
            JOIN pg_attribute ON pg_attribute.attrelid = pg_class.oid
              AND pg_attribute.attnum = pg_index.indkey[0]
            WHERE pg_index.indisprimary AND pg_class.relnamespace = 'public'::regnamespace
              AND pg_class.relname <> 'flyway_schema_history'
            """,
            row -> row.getString(1));
    assertThat(firstColumns).hasSizeGreaterThan(6).allMatch(name -> name.endsWith(".team"));
  }

  @Test
  void everyTableHasAPrimaryKey(Database database) {
    assertThat(
            database.query(
                """
                SELECT relname FROM pg_class
                WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT EXISTS (
                  SELECT 1 FROM pg_index WHERE indrelid = pg_class.oid AND indisprimary)
                """,
                row -> row.getString(1)))
        .isEmpty();
  }
}
