package dev.glovebox.host.payload;

/** How hard it is to change or delete a payload after it was written; recorded honestly. */
public enum WormLevel {
  /** Plain files: a change is evident by the hash, but not prevented. */
  EVIDENT,
  /** An object store refuses deletion until the retention ends, to anyone. */
  OBJECT_LOCK_COMPLIANCE
}
