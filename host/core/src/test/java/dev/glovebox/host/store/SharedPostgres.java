package dev.glovebox.host.store;

import dev.glovebox.host.store.postgres.EmbeddedPostgres;
import dev.glovebox.host.store.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One PostgreSQL for all tests of the module; each test uses ids of its own. */
public final class SharedPostgres implements ParameterResolver {
  private record Started(EmbeddedPostgres postgres, Database database) implements AutoCloseable {
    @Override
    public void close() {
      database.close();
      postgres.close();
    }
  }

  /** Returns settings for a cluster below {@code data}. */
  public static PostgresSettings settings(Path data, boolean keep) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return new PostgresSettings(
        data,
        Path.of("target", "postgres-cache"),
        temporary.resolve("glovebox-test-" + System.getProperty("user.name")),
        temporary,
        System.getProperty("user.name"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        new SecureRandom(),
        System::nanoTime,
        keep);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(SharedPostgres.class, _ -> start(), Started.class)
        .database();
  }

  private static Started start() {
    try {
      Path data = Files.createTempDirectory("glovebox-test-data");
      EmbeddedPostgres postgres = EmbeddedPostgres.start(settings(data, false), new Migrations());
      return new Started(postgres, Database.over(postgres.source()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
