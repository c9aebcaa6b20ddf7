package io.kvmsdk.domain.boot;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * A kernel of the host that is booted without any boot loader.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#direct-kernel-boot">libvirt: Direct kernel
 *     boot</a>
 */
public interface KernelBoot {

  /** The path of a kernel on the host, which is booted without any boot loader. */
  Optional<String> kernel();

  /** The path of the initial RAM disk for that kernel. */
  Optional<String> initrd();

  /** The command line for that kernel. */
  @Value.Redacted
  Optional<String> cmdline();

  /** The path of a first UEFI boot loader, which secure boot trusts, for that kernel. */
  Optional<String> shim();

  /** The path of a device tree for that kernel. Since libvirt 1.0.4. */
  Optional<String> dtb();

  /** The root device for that kernel, of a Xen guest. */
  Optional<String> root();
}
