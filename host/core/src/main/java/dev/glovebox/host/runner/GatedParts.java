package dev.glovebox.host.runner;

import dev.glovebox.host.approval.RunAdmission;
import dev.glovebox.host.order.OrderStore;
import dev.glovebox.host.store.LeaseTable;
import java.util.function.BooleanSupplier;

/**
 * What runs behind the gates need beside the rest.
 *
 * @param orders tokens and orders that outlast the host
 * @param halted whether trading is halted for the whole host
 * @param holder this host's name on its leases
 */
public record GatedParts(
    AccountBook accounts,
    RunAdmission admission,
    LeaseTable leases,
    OrderStore orders,
    BooleanSupplier halted,
    String holder) {}
