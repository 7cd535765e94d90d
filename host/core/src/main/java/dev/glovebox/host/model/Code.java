package dev.glovebox.host.model;

/**
 * The one registry of stable codes. {@code docs/codes.md} is generated from it.
 *
 * <p>A released code never changes its meaning. Exit: 0 yes, 1 no, 2 usage, 3 could not tell.
 */
public enum Code {
  OK(Category.OUTCOME, Grpc.OK, 0, false, "completed"),

  // Outcomes of a run; the first block is what ends a worker.
  STRATEGY_ERROR(Category.OUTCOME, Grpc.OK, 1, false, "an exception left the strategy's code"),
  PARAMETER_INVALID(Category.OUTCOME, Grpc.OK, 1, false, "unknown or inconvertible parameter"),
  BUDGET_EXCEEDED(Category.OUTCOME, Grpc.OK, 1, false, "statement budget of a hook call spent"),
  RECURSION_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "a RecursionError left a hook"),
  OUTPUT_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "more log than a run may write"),
  INTENT_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "more intents than a hook call may send"),
  POLICY_VIOLATION(Category.OUTCOME, Grpc.OK, 1, false, "tried what the guest policy forbids"),
  WALL_DEADLINE(Category.OUTCOME, Grpc.OK, 1, false, "no answer in time; worker killed"),
  MEMORY_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "worker ran out of its bounded memory"),
  CPU_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "worker used up its processor time; killed"),
  THREAD_LIMIT(Category.OUTCOME, Grpc.OK, 1, false, "worker wanted more threads than it may have"),
  PROTOCOL_VIOLATION(Category.OUTCOME, Grpc.OK, 1, false, "worker sent a forbidden frame"),
  SIBLING_ENDED(
      Category.OUTCOME, Grpc.OK, 1, true, "a run that shared the worker ended it; no restart"),
  RESTART_DIVERGED(
      Category.OUTCOME, Grpc.OK, 1, false, "restarted, the strategy said something else"),
  WORKER_START_FAILED(Category.OUTCOME, Grpc.OK, 1, true, "worker did not start"),
  WORKER_FAULT(Category.OUTCOME, Grpc.OK, 1, true, "worker failed for a reason of its own"),
  RUN_INTERRUPTED(Category.OUTCOME, Grpc.OK, 1, true, "the host ended while the run was going"),
  RUN_CANCELLED(Category.OUTCOME, Grpc.OK, 1, false, "ended on request"),

  // First denial codes, in order of check.
  INTENT_INVALID(Category.DENIAL, Grpc.OK, 1, false, "the intent makes no sense"),
  ORDER_TYPE_UNSUPPORTED(Category.DENIAL, Grpc.OK, 1, false, "order type not built yet"),
  WARMING_UP(Category.DENIAL, Grpc.OK, 1, false, "intent during warm-up"),
  QUANTITY_OFF_GRID(Category.DENIAL, Grpc.OK, 1, false, "quantity is no multiple of the lot"),
  PRICE_OFF_GRID(Category.DENIAL, Grpc.OK, 1, false, "price is no multiple of the tick"),
  QUANTITY_BELOW_MIN(Category.DENIAL, Grpc.OK, 1, false, "quantity below the minimum"),
  QUANTITY_ABOVE_MAX(Category.DENIAL, Grpc.OK, 1, false, "quantity above the maximum"),
  NOTIONAL_BELOW_MIN(Category.DENIAL, Grpc.OK, 1, false, "value below the minimum"),
  NOTIONAL_ABOVE_MAX(Category.DENIAL, Grpc.OK, 1, false, "value above the maximum"),
  POSITION_ABOVE_MAX(Category.DENIAL, Grpc.OK, 1, false, "position value above the maximum"),
  SHORT_NOT_ALLOWED(Category.DENIAL, Grpc.OK, 1, false, "would sell more than is held"),
  BUYING_POWER(Category.DENIAL, Grpc.OK, 1, false, "not enough available cash"),
  PRICE_COLLAR(Category.DENIAL, Grpc.OK, 1, false, "price too far from the last close"),
  ORDER_RATE(Category.DENIAL, Grpc.OK, 1, false, "too many orders in the window"),
  INSTRUMENT_NOT_ALLOWED(Category.DENIAL, Grpc.OK, 1, false, "instrument not on the list"),
  DRAWDOWN(Category.DENIAL, Grpc.OK, 1, false, "drawdown limit reached"),
  TRADING_HALTED(Category.DENIAL, Grpc.OK, 1, false, "trading is halted"),
  CHECK_FAILED(Category.DENIAL, Grpc.OK, 1, false, "a check threw or lacked its input"),

  // What ends an order after approval.
  EXPIRED_END_OF_DATA(Category.ORDER, Grpc.OK, 1, false, "no next bar to fill on"),
  INSUFFICIENT_FUNDS_AT_FILL(Category.ORDER, Grpc.OK, 1, false, "a gap went through the reserve"),
  TOKEN_INVALID(Category.ORDER, Grpc.OK, 1, false, "token's MAC or binding is wrong"),
  TOKEN_EXPIRED(Category.ORDER, Grpc.OK, 1, false, "token redeemed after its expiry"),
  TOKEN_SPENT(Category.ORDER, Grpc.OK, 1, false, "token was redeemed before"),
  TOKEN_UNKNOWN(Category.ORDER, Grpc.OK, 1, false, "no such token was issued"),
  ORDER_VENUE_MISMATCH(Category.ORDER, Grpc.OK, 1, false, "the order names another venue"),
  ORDER_DUPLICATE(Category.ORDER, Grpc.OK, 1, false, "the venue has this client order id already"),
  LEASE_LOST(Category.ORDER, Grpc.OK, 1, true, "lease epoch is not the current one"),
  NOT_SENT(Category.ORDER, Grpc.OK, 1, false, "recorded, but never sent to the venue"),

  // Requests.
  ARGUMENT_INVALID(Category.REQUEST, Grpc.INVALID_ARGUMENT, 2, false, "a field is missing or bad"),
  SPEC_INVALID(Category.REQUEST, Grpc.INVALID_ARGUMENT, 2, false, "RunSpec is not valid"),
  LIMITS_MISSING(Category.REQUEST, Grpc.FAILED_PRECONDITION, 2, false, "no limits given"),
  LIMITS_INVALID(Category.REQUEST, Grpc.INVALID_ARGUMENT, 2, false, "limits file is not valid"),
  INSTRUMENTS_UNSUPPORTED(
      Category.REQUEST, Grpc.UNIMPLEMENTED, 2, false, "more than one instrument"),
  MODE_UNSUPPORTED(Category.REQUEST, Grpc.UNIMPLEMENTED, 2, false, "mode is not built yet"),
  TIER_UNAVAILABLE(
      Category.REQUEST, Grpc.FAILED_PRECONDITION, 1, false, "isolation tier is not available"),
  CANDIDATE_FLAGGED(
      Category.REQUEST, Grpc.FAILED_PRECONDITION, 1, false, "analysis flagged the candidate"),
  CANDIDATE_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such candidate"),
  CANDIDATE_WITHDRAWN(Category.REQUEST, Grpc.FAILED_PRECONDITION, 1, false, "withdrawn"),
  SERIES_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such series"),
  RUN_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such run"),
  RUN_NOT_FINISHED(Category.REQUEST, Grpc.FAILED_PRECONDITION, 1, true, "the run still goes on"),
  RECORD_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such record"),
  IDEMPOTENCY_CONFLICT(
      Category.REQUEST, Grpc.ALREADY_EXISTS, 1, false, "same key, different request"),
  SOURCE_TOO_LARGE(Category.REQUEST, Grpc.INVALID_ARGUMENT, 3, false, "source above 256 KiB"),
  ANALYSIS_FAILED(Category.REQUEST, Grpc.INTERNAL, 3, true, "analysis could not tell"),
  PREPARATION_FAILED(Category.REQUEST, Grpc.INTERNAL, 3, true, "preparation could not tell"),
  PREPARATION_REFUSED(
      Category.REQUEST, Grpc.FAILED_PRECONDITION, 1, false, "source has no provable normal form"),
  IMPORT_FAILED(Category.REQUEST, Grpc.INTERNAL, 3, true, "import could not tell"),
  SERIES_INVALID(Category.REQUEST, Grpc.INVALID_ARGUMENT, 1, false, "bar file is not valid"),
  FILE_UNREADABLE(Category.REQUEST, Grpc.INVALID_ARGUMENT, 3, false, "file missing or unreadable"),
  HOST_UNREACHABLE(Category.REQUEST, Grpc.UNAVAILABLE, 3, true, "no host answered"),
  RUNNER_CAP_EXCEEDED(Category.REQUEST, Grpc.RESOURCE_EXHAUSTED, 1, true, "too many runs at once"),
  INSTRUMENT_RUN_CONFLICT(
      Category.REQUEST,
      Grpc.FAILED_PRECONDITION,
      1,
      true,
      "another run trades this instrument on this account"),
  CANDIDATE_NOT_OWNED(
      Category.REQUEST,
      Grpc.FAILED_PRECONDITION,
      1,
      false,
      "candidate and account have different owners, or none"),
  ACCOUNT_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such account"),
  CHECK_NOT_FOUND(Category.REQUEST, Grpc.NOT_FOUND, 1, false, "no such honesty check"),

  // The two gates. A refused envelope changes nothing and is recorded.
  PROMOTION_MISSING(Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "gate 1 was not passed"),
  RUN_GRANT_MISSING(Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "gate 2 was not passed"),
  RUN_GRANT_SPENT(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "the grant started a run before"),
  CHECK_MISSING(Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "no such honesty-check report"),
  APPROVAL_NOT_FOUND(Category.GATE, Grpc.NOT_FOUND, 1, false, "no such approval"),
  REVIEW_BUNDLE_INVALID(
      Category.GATE, Grpc.OK, 1, false, "files to review are not what they say they are"),
  APPROVAL_DECLINED(Category.GATE, Grpc.OK, 1, false, "the reviewer did not sign"),
  APPROVAL_MALFORMED(
      Category.GATE, Grpc.INVALID_ARGUMENT, 1, false, "no DSSE envelope with a known statement"),
  APPROVAL_KEY_UNKNOWN(
      Category.GATE, Grpc.PERMISSION_DENIED, 1, false, "signed by a key that is not enrolled"),
  APPROVAL_SIGNATURE_INVALID(
      Category.GATE, Grpc.PERMISSION_DENIED, 1, false, "signature does not fit the statement"),
  APPROVAL_FOREIGN(
      Category.GATE, Grpc.PERMISSION_DENIED, 1, false, "made for another host or team"),
  APPROVAL_SIGNER_MISMATCH(
      Category.GATE,
      Grpc.PERMISSION_DENIED,
      1,
      false,
      "signer, owner of the key and caller are not one person"),
  APPROVAL_NOT_YET_VALID(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, true, "before the approval's first instant"),
  APPROVAL_EXPIRED(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "after the approval's last instant"),
  APPROVAL_VALIDITY_EXCEEDED(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "counts for longer than it may"),
  APPROVAL_REUSED(Category.GATE, Grpc.ALREADY_EXISTS, 1, false, "the approval's id was used"),
  APPROVAL_BY_AUTHOR(Category.GATE, Grpc.PERMISSION_DENIED, 1, false, "the author cannot approve"),
  APPROVAL_BY_SPONSOR(
      Category.GATE, Grpc.PERMISSION_DENIED, 1, false, "the author's sponsor cannot approve"),
  APPROVAL_ARTIFACT_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved bytes are others"),
  APPROVAL_PREPARED_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved prepared form is another"),
  APPROVAL_ANALYSIS_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved findings or rules are others"),
  APPROVAL_MANIFEST_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved strategy manifest is another"),
  MANIFEST_INCOMPLETE(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "manifest exceeds its limits"),
  APPROVAL_CHECK_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved honesty checks are others"),
  APPROVAL_PARAMETERS_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved parameters are others"),
  APPROVAL_ACCOUNT_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved account or capital is another"),
  APPROVAL_INSTRUMENTS_MISMATCH(
      Category.GATE,
      Grpc.FAILED_PRECONDITION,
      1,
      false,
      "approved instruments or timeframe are others"),
  APPROVAL_MODE_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved mode is another"),
  APPROVAL_COSTS_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved cost profile is another"),
  APPROVAL_LIMITS_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved limits are others"),
  APPROVAL_TIER_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved tier floor is another"),
  APPROVAL_SPEC_MISMATCH(
      Category.GATE, Grpc.FAILED_PRECONDITION, 1, false, "approved RunSpec is another"),

  // Defects of bar files, with their line.
  BAR_FILE_BINARY(Category.SERIES, Grpc.INVALID_ARGUMENT, 3, false, "not text, so no bar file"),
  BAR_HEADER_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "first line is not the header"),
  BAR_FIELDS_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "wrong number of fields in a line"),
  BAR_FIELD_QUOTED(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "quotes are not allowed"),
  BAR_LINE_BLANK(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "blank line before the end"),
  BAR_TIME_INVALID(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "time is in no allowed form"),
  BAR_NUMBER_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "number is in no allowed form"),
  BAR_PRICE_INVALID(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "price is not above zero"),
  BAR_OHLC_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "open, high, low, close contradict"),
  BAR_DUPLICATE(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "same time twice"),
  BARS_NOT_INCREASING(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "time goes back"),
  BARS_MISALIGNED(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "time is off the interval's grid"),
  BARS_MISSING(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "file holds no bar"),
  BAR_INTERVAL_REQUIRED(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "one bar shows no interval; name it"),
  BAR_INTERVAL_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "named interval does not fit"),
  BAR_LIMIT_FILE_BYTES(Category.SERIES, Grpc.INVALID_ARGUMENT, 3, false, "file above 1 GiB"),
  BAR_LIMIT_LINE_BYTES(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "line above 512 bytes"),
  BAR_LIMIT_BARS(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "more than 10,000,000 bars"),
  BAR_LIMIT_DIGITS(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "more digits than a number may have"),
  TICK_HEADER_INVALID(
      Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "header is not timestamp,price,amount"),
  TICK_FIELDS_INVALID(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "line has not 3 fields"),
  TICK_TIME_INVALID(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "time is no unix second"),
  TICK_PRICE_INVALID(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "price is not above zero"),
  TICKS_NOT_INCREASING(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "time goes back"),
  TICKS_MISSING(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "file holds no tick"),
  TICK_LIMIT_TICKS(Category.SERIES, Grpc.INVALID_ARGUMENT, 1, false, "more than 10,000,000 ticks"),

  // Identity.
  UNAUTHENTICATED(Category.IDENTITY, Grpc.UNAUTHENTICATED, 1, false, "no known identity"),
  PERMISSION_DENIED(Category.IDENTITY, Grpc.PERMISSION_DENIED, 1, false, "role not allowed"),

  // Host and audit log.
  DATA_IN_USE(Category.HOST, Grpc.FAILED_PRECONDITION, 3, true, "a live host holds the data"),
  CONFIG_INVALID(Category.HOST, Grpc.INVALID_ARGUMENT, 2, false, "host configuration is bad"),
  IMAGE_CHANGED(
      Category.HOST,
      Grpc.FAILED_PRECONDITION,
      1,
      false,
      "files that processes start from are not those that were made"),
  DATABASE_FAILED(Category.HOST, Grpc.UNAVAILABLE, 3, true, "PostgreSQL did not start or answer"),
  STORAGE_FAILED(Category.HOST, Grpc.UNAVAILABLE, 3, true, "the disk did not take the bytes"),
  STORAGE_LOW(
      Category.HOST, Grpc.RESOURCE_EXHAUSTED, 3, true, "too little free disk space for more"),
  INTERNAL(Category.HOST, Grpc.INTERNAL, 3, true, "a defect of ours; see the host's log"),
  AUDIT_BACKPRESSURE(Category.AUDIT, Grpc.UNAVAILABLE, 3, true, "the log's queue is full"),
  AUDIT_SEALED(Category.AUDIT, Grpc.UNAVAILABLE, 3, false, "the log failed and takes no more"),
  AUDIT_INVALID_RECORD(Category.AUDIT, Grpc.INVALID_ARGUMENT, 1, false, "record breaks its schema"),
  AUDIT_CORRUPT(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "bad frame before a valid one"),
  AUDIT_LOG_MISSING(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "no log folder"),
  AUDIT_TRUNCATED(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "log shorter than its checkpoint"),
  AUDIT_ROLLED_BACK(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "log older than what is trusted"),
  AUDIT_KEY_UNKNOWN(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "checkpoint by an unknown key"),
  AUDIT_FORK(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "same size, other root"),
  AUDIT_BIT_FLIPPED(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "frame's checksum is wrong"),
  AUDIT_TAG_FORGED(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "record's tag is wrong"),
  AUDIT_LEAF_MISMATCH(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "leaf does not fit the tree"),
  AUDIT_RECORD_REPEATED(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "same sequence twice"),
  AUDIT_OUT_OF_ORDER(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "sequence lower than before"),
  AUDIT_RECORD_MISSING(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "sequence has a gap"),
  AUDIT_JOURNAL_VERSION(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "run journal of another form"),
  AUDIT_PAYLOAD_MISSING(Category.AUDIT, Grpc.DATA_LOSS, 1, false, "a record's payload is gone"),
  AUDIT_PAYLOAD_MISMATCH(
      Category.AUDIT, Grpc.DATA_LOSS, 1, false, "payload's bytes have another hash"),
  AUDIT_APPROVAL_INVALID(
      Category.AUDIT, Grpc.DATA_LOSS, 1, false, "no trusted reviewer signed an approval"),
  TRUST_INVALID(Category.AUDIT, Grpc.INVALID_ARGUMENT, 3, false, "trust file is not valid"),
  INTERNALLY_CONSISTENT_ONLY(
      Category.AUDIT, Grpc.OK, 3, false, "sound in itself; nothing outside vouches for it");

  /** What a code is about. */
  public enum Category {
    OUTCOME,
    DENIAL,
    ORDER,
    REQUEST,
    GATE,
    SERIES,
    IDENTITY,
    HOST,
    AUDIT
  }

  /** The gRPC status a code travels under, by its standard name. */
  public enum Grpc {
    OK,
    INVALID_ARGUMENT,
    NOT_FOUND,
    ALREADY_EXISTS,
    FAILED_PRECONDITION,
    PERMISSION_DENIED,
    UNAUTHENTICATED,
    RESOURCE_EXHAUSTED,
    UNAVAILABLE,
    UNIMPLEMENTED,
    DATA_LOSS,
    INTERNAL
  }

  private final Category category;
  private final Grpc grpc;
  private final int exit;
  private final boolean retry;
  private final String meaning;

  Code(Category category, Grpc grpc, int exit, boolean retry, String meaning) {
    this.category = category;
    this.grpc = grpc;
    this.exit = exit;
    this.retry = retry;
    this.meaning = meaning;
  }

  /** Returns what the code is about. */
  public Category category() {
    return category;
  }

  /** Returns the gRPC status it travels under. */
  public Grpc grpc() {
    return grpc;
  }

  /** Returns the command line's exit code. */
  public int exit() {
    return exit;
  }

  /** Returns whether the same call may succeed later. */
  public boolean retry() {
    return retry;
  }

  /** Returns one line for docs/codes.md. */
  public String meaning() {
    return meaning;
  }
}
