package dev.glovebox.host.store;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to PostgreSQL, and statements over them.
 *
 * <p>Thread-safe. A statement outside {@link #transaction} commits by itself. Arguments: {@code
 * String, Long, Integer, Boolean, BigDecimal, byte[], Instant}, or an {@code Optional} of one for a
 * column that may be null. A failure is a Refusal DATABASE_FAILED; what the database said goes to
 * the host's log only.
 */
public final class Database implements AutoCloseable {
  /** Connections of one host. */
  public static final int CONNECTIONS_MAX = 8;

  private static final long CONNECT_MILLIS_MAX = 10_000;
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Opens a pool over {@code source}; the first statement opens the first connection. */
  public static Database over(DataSource source) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("glovebox");
    config.setMaximumPoolSize(CONNECTIONS_MAX);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_MILLIS_MAX);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(true);
    return new Database(new HikariDataSource(config));
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  public interface RowReader<T> {
    /** Reads the current row. */
    T read(ResultSet row) throws SQLException;
  }

  /** Statements within one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs the statements. */
    T run(Statements statements);
  }

  /** Runs statements on one connection. */
  public static final class Statements {
    private final Connection connection;

    private Statements(Connection connection) {
      this.connection = connection;
    }

    /** Runs a query and reads every row. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
      try (PreparedStatement statement = prepare(connection, sql, arguments);
          ResultSet rows = statement.executeQuery()) {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
          result.add(reader.read(rows));
        }
        return result;
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    /** Runs a statement and returns the number of rows it changed. */
    @CanIgnoreReturnValue
    public int execute(String sql, Object... arguments) {
      try (PreparedStatement statement = prepare(connection, sql, arguments)) {
        return statement.executeUpdate();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  /** Runs one query in a transaction of its own. */
  public <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
    try (Connection connection = pool.getConnection()) {
      return new Statements(connection).query(sql, reader, arguments);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs one statement in a transaction of its own; returns the number of rows it changed. */
  @CanIgnoreReturnValue
  public int execute(String sql, Object... arguments) {
    try (Connection connection = pool.getConnection()) {
      return new Statements(connection).execute(sql, arguments);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Runs several statements as one; never around anything slow or outside the database. */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(new Statements(connection));
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        bind(statement, i + 1, arguments[i]);
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int at, Object argument)
      throws SQLException {
    switch (argument) {
      case Optional<?> optional when optional.isEmpty() -> statement.setNull(at, Types.NULL);
      case Optional<?> optional -> bind(statement, at, optional.get());
      case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
      case byte[] bytes -> statement.setBytes(at, bytes);
      default -> statement.setObject(at, argument);
    }
  }

  /** Returns a column's instant. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, java.time.OffsetDateTime.class).toInstant();
  }

  private static Refusal failed(SQLException e) {
    LOG.error("a database statement failed, state {}", e.getSQLState(), e);
    return new Refusal(Code.DATABASE_FAILED, "a database statement failed");
  }
}
