package io.kvmsdk.domain.namespaces;

/** The XML namespaces of what single hypervisors understand in a domain. */
public final class HypervisorNamespace {

  /** QEMU's. */
  public static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  /** That of Linux containers. */
  public static final String LXC = "http://libvirt.org/schemas/domain/lxc/1.0";

  /** Xen's. */
  public static final String XEN = "http://libvirt.org/schemas/domain/xen/1.0";

  /** Bhyve's. */
  public static final String BHYVE = "http://libvirt.org/schemas/domain/bhyve/1.0";

  /** VMware's. */
  public static final String VMWARE = "http://libvirt.org/schemas/domain/vmware/1.0";

  private HypervisorNamespace() {}
}
