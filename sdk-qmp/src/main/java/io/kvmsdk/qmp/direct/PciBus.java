package io.kvmsdk.qmp.direct;

/** One PCI bus: which functions of which slots are taken. For one thread. */
final class PciBus {

  private static final int ALL_FUNCTIONS = 0xff;

  private final String id;
  private final String model;
  private final int[] taken = new int[32];
  private int videoSlot = -1;
  private int portSlots;

  /**
   * A bus without devices.
   *
   * @param id QEMU's name of it
   * @param model libvirt's name of the controller that it is the bus of
   */
  PciBus(String id, String model) {
    this.id = id;
    this.model = model;
  }

  String id() {
    return id;
  }

  /** Takes a whole slot. */
  void reserve(int slot) {
    taken[slot] = ALL_FUNCTIONS;
  }

  /** Keeps a slot from being given to another device than the one that asks for it. */
  void keepForVideo(int slot) {
    videoSlot = slot;
  }

  /** Takes a function; false if it is taken. */
  boolean take(int slot, int function) {
    int bit = 1 << function;
    if ((taken[slot] & bit) != 0 || (model.equals(ControllerDevices.ROOT_PORT) && slot != 0)) {
      return false;
    }
    taken[slot] |= bit;
    return true;
  }

  /** Takes a function of a slot that holds nothing but root ports; false if it is not one. */
  boolean takeForPort(int slot, int function) {
    boolean ports = (portSlots & 1 << slot) != 0;
    if (slot == videoSlot || (taken[slot] != 0 && !ports) || !take(slot, function)) {
      return false;
    }
    portSlots |= 1 << slot;
    return true;
  }

  /** Says that a slot holds root ports, so that it may hold more of them. */
  void markPort(int slot) {
    portSlots |= 1 << slot;
  }

  boolean isEmpty(int slot) {
    return taken[slot] == 0 && slot != videoSlot;
  }

  boolean isFreePort() {
    return model.equals(ControllerDevices.ROOT_PORT) && taken[0] == 0;
  }

  boolean hasOtherFunctions(int slot) {
    return (taken[slot] & ~1) != 0;
  }
}
