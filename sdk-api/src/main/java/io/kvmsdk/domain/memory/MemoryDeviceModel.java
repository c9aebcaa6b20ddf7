package io.kvmsdk.domain.memory;

/**
 * The kind of a module of memory. An open value: what a newer libvirt may say is read and written
 * as well.
 *
 * @param value as libvirt writes it
 */
public record MemoryDeviceModel(String value) {

  /** A DIMM, which guests take in and give back as a whole. */
  public static final MemoryDeviceModel DIMM = new MemoryDeviceModel("dimm");

  /** A non-volatile DIMM, with contents that last. Since libvirt 3.2.0. */
  public static final MemoryDeviceModel NVDIMM = new MemoryDeviceModel("nvdimm");

  /** Persistent memory by virtio. Since libvirt 7.1.0. */
  public static final MemoryDeviceModel VIRTIO_PMEM = new MemoryDeviceModel("virtio-pmem");

  /** Memory by virtio that grows and shrinks in small steps. Since libvirt 7.9.0. */
  public static final MemoryDeviceModel VIRTIO_MEM = new MemoryDeviceModel("virtio-mem");

  /** Memory for enclaves of Intel's SGX. Since libvirt 8.10.0 and QEMU 7.0. */
  public static final MemoryDeviceModel SGX_EPC = new MemoryDeviceModel("sgx-epc");

  /** As libvirt writes it. */
  @Override
  public String toString() {
    return value;
  }
}
