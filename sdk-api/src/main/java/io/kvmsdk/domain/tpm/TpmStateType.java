package io.kvmsdk.domain.tpm;

/**
 * What the state of an emulated TPM is kept in. An open value: what a newer libvirt may say is read
 * and written as well.
 *
 * @param value as libvirt writes it
 */
public record TpmStateType(String value) {

  /** A file or a block device. */
  public static final TpmStateType FILE = new TpmStateType("file");

  /** A directory with files. */
  public static final TpmStateType DIRECTORY = new TpmStateType("dir");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
