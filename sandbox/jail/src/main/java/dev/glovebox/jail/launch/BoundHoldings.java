package dev.glovebox.jail.launch;

import dev.glovebox.jail.Holdings;
import dev.glovebox.jail.cgroup.Cgroup;

/**
 * What a process holds whose bounds the kernel keeps: they also tell which of them it hit.
 *
 * @param then what is given back besides, after the process is gone
 */
public record BoundHoldings(Cgroup cgroup, Runnable then) implements Holdings {
  @Override
  public boolean hitMemoryBound() {
    return cgroup.hitMemoryBound();
  }

  @Override
  public boolean hitThreadBound() {
    return cgroup.hitThreadBound();
  }

  @Override
  public void close() {
    cgroup.close();
    then.run();
  }
}
