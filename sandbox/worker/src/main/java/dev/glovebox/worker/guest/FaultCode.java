package dev.glovebox.worker.guest;

/** Why a guest ended. The names are the codes of the worker protocol's {@code Fault}. */
public enum FaultCode {
  /** An exception left module load, {@code __init__} or a hook, or a hook returned a value. */
  STRATEGY_ERROR,
  /** The statement budget of one call is spent. */
  BUDGET_EXCEEDED,
  /** A RecursionError left a hook. */
  RECURSION_LIMIT,
  /** More log than one run may write. */
  OUTPUT_LIMIT,
  /** More orders in one hook call than allowed. */
  INTENT_LIMIT,
  /** A parameter is unknown or cannot be converted. */
  PARAMETER_INVALID,
  /** The guest engine's policy forbade something in a way that the guest cannot catch. */
  POLICY_VIOLATION,
  /** The worker itself failed. */
  WORKER_FAULT
}
