package dev.glovebox.host.store;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.TeamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * First answers by (team, owner, rpc, key). Thread-safe.
 *
 * <p>Calls of one key wait for each other within the host, so that the work is done once.
 */
public final class IdempotencyTable {
  /** Form of a key. */
  public static final Pattern KEY = Pattern.compile("[!-~]{1,128}");

  private static final int STRIPES = 64;

  private final Database database;
  private final List<ReentrantLock> stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

  /** Uses the table in {@code database}. */
  public IdempotencyTable(Database database) {
    this.database = database;
  }

  /** Names a call. */
  public record CallName(TeamId team, String owner, String rpc, String key) {}

  private record Answer(Sha256 request, String response) {}

  /**
   * Returns the first answer to the call, doing the work if there is none yet; an empty key always
   * does the work.
   *
   * @throws Refusal IDEMPOTENCY_CONFLICT if the key came with another request before
   */
  public String once(CallName call, Sha256 request, Instant now, Supplier<String> work) {
    if (call.key().isEmpty()) {
      return work.get();
    }
    if (!KEY.matcher(call.key()).matches()) {
      throw new Refusal(
          Code.ARGUMENT_INVALID, "idempotency_key: 1 to 128 printable ASCII characters");
    }
    ReentrantLock stripe = stripes.get(Math.floorMod(call.hashCode(), STRIPES));
    stripe.lock();
    try {
      Optional<Answer> earlier = find(call);
      if (earlier.isEmpty()) {
        String response = work.get();
        insert(call, request, response, now);
        earlier = find(call);
      }
      Answer answer = earlier.orElseThrow();
      if (!answer.request().equals(request)) {
        throw new Refusal(
            Code.IDEMPOTENCY_CONFLICT, "the idempotency key was used for another request");
      }
      return answer.response();
    } finally {
      stripe.unlock();
    }
  }

  private Optional<Answer> find(CallName call) {
    return database
        .query(
            """
            SELECT request, response FROM idempotency
            WHERE team = ? AND owner = ? AND rpc = ? AND key = ?
            """,
            row -> new Answer(new Sha256(row.getString("request")), row.getString("response")),
            call.team().value(),
            call.owner(),
            call.rpc(),
            call.key())
        .stream()
        .findFirst();
  }

  private void insert(CallName call, Sha256 request, String response, Instant now) {
    database.execute(
        """
        INSERT INTO idempotency (team, owner, rpc, key, request, response, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        call.team().value(),
        call.owner(),
        call.rpc(),
        call.key(),
        request.hex(),
        response,
        now);
  }
}
