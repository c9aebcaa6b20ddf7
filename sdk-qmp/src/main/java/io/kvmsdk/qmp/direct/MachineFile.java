package io.kvmsdk.qmp.direct;

/** The files that a machine's folder holds; anything else in it is somebody else's. */
enum MachineFile {
  /** The machine as it will be started next; absent for a transient one. */
  DEFINITION("domain.xml"),
  /** The machine as it runs; there from before its QEMU is started until its end was noted. */
  LIVE("live.xml"),
  /** Why it is in the state it was last seen in, for whom was not there. */
  LAST_STATE("last-state"),
  /** There, and empty, where the machine is started at the first connection after a boot. */
  AUTOSTART("autostart"),
  /** QEMU's monitor. */
  QMP_SOCKET("qmp.sock"),
  /** The guest agent's end of its channel. */
  AGENT_SOCKET("agent.sock"),
  /** QEMU's own pid file, which it holds a lock on while it lives. */
  PID("pid"),
  /** What QEMU has said since it was started last. */
  LOG("qemu.log");

  private final String fileName;

  MachineFile(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }
}
