package dev.glovebox.host.order;

import dev.glovebox.host.model.RunId;

class MemoryOrderStoreTest extends OrderStoreContract {
  @Override
  OrderStore store(RunId run) {
    return new MemoryOrderStore(1);
  }

  @Override
  void takeOver(OrderStore store, RunId run) {
    if (store instanceof MemoryOrderStore memory) {
      memory.fence(2);
    }
  }
}
