package io.kvmsdk.qmp;

/**
 * A value of one of QEMU's enumerations. Open: what a newer QEMU says beyond the constants of a
 * type is a value of it as well.
 */
public interface QmpEnum {

  /** As QEMU writes it. */
  String value();
}
