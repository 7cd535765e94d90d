package dev.glovebox.host.store;

import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.store.postgres.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The schema's history: {@code db/migration/V*.sql}, applied in order, never edited. */
public final class Migrations implements Schema {
  /** Every migration, in order. */
  static final List<String> FILES =
      List.of(
          "V1__skeleton.sql",
          "V2__approvals.sql",
          "V4__honesty_checks.sql",
          "V5__paper_runs.sql",
          "V6__strategy_manifests.sql",
          "V7__preparation_refusals.sql");

  @Override
  public String version() {
    StringBuilder all = new StringBuilder();
    for (String file : FILES) {
      try (InputStream in =
          Objects.requireNonNull(Migrations.class.getResourceAsStream("/db/migration/" + file))) {
        all.append(Sha256.of(in.readAllBytes()).hex());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all.toString();
  }

  @Override
  public void apply(DataSource source) {
    flyway(source).migrate();
  }

  static Flyway flyway(DataSource source) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        .loggers("slf4j")
        .cleanDisabled(true)
        .failOnMissingLocations(true)
        .load();
  }
}
