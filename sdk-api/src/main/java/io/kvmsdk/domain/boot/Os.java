package io.kvmsdk.domain.boot;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlMapping;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a domain boots, and on what machine.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#operating-system-booting">libvirt: Operating
 *     system booting</a>
 */
@Value.Immutable
@ValueStyle
public interface Os extends KernelBoot, ContainerBoot, WithOs {

  /** How it is read and written. */
  XmlMapping<Os> XML = new OsXml();

  /** A guest that needs full virtualisation, on the hypervisor's default machine. */
  Os HVM = builder().build();

  /** A guest that needs full virtualisation, on such a machine, such as {@code q35}. */
  static Os hvm(String machine) {
    return builder().machine(machine).build();
  }

  /**
   * A guest with UEFI, which libvirt finds on the host. Add a machine; without, it is the
   * hypervisor's default. Since libvirt 5.2.0.
   */
  static Os uefi() {
    return builder().firmware(Firmware.EFI).build();
  }

  /** A guest with UEFI: its code, and a template of what it remembers, by their paths. */
  static Os uefi(String code, String template) {
    return builder().loader(Loader.pflash(code)).nvram(NvramStore.fromTemplate(template)).build();
  }

  /**
   * A PC with UEFI that refuses to boot what nobody signed whose certificate is enrolled, as
   * Windows 11 wants it. Since libvirt 7.2.0.
   */
  static Os uefiSecureBoot() {
    return builder()
        .machine("q35")
        .firmware(Firmware.EFI)
        .addFirmwareFeatures(
            FirmwareFeature.require(FirmwareFeatureName.ENROLLED_KEYS),
            FirmwareFeature.require(FirmwareFeatureName.SECURE_BOOT))
        .build();
  }

  /** A kernel of the host, booted without any boot loader. */
  static Os directKernel(String kernel, String initrd, String cmdline) {
    return builder().kernel(kernel).initrd(initrd).cmdline(cmdline).build();
  }

  /** A container, whose first process is that program of it, with such arguments. */
  static Os container(String init, String... args) {
    return builder().type(OsType.EXE).init(init).addInitArgs(args).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <os>} says, keeping what has no name here. */
  static Os fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <os>} says. */
  static Os fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <os>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** What kind of guest it is. */
  OsType type();

  /** The CPU architecture, such as {@code x86_64}; absent means the host's. */
  Optional<String> arch();

  /**
   * The machine type, such as {@code q35} or {@code pc-q35-7.2}; absent means the hypervisor's
   * default.
   */
  Optional<String> machine();

  /** The firmware that libvirt is to find. Since libvirt 5.2.0. */
  Optional<Firmware> firmware();

  /** What that firmware has to have, or must not have. Since libvirt 7.2.0. */
  List<FirmwareFeature> firmwareFeatures();

  /** The firmware itself; absent means that the hypervisor or libvirt chooses it. */
  Optional<Loader> loader();

  /** Where UEFI keeps what it remembers; absent means that libvirt sees to it. */
  Optional<NvramStore> nvram();

  /** Files with ACPI tables that the guest sees beside those of its machine. */
  List<AcpiTable> acpiTables();

  /**
   * The kinds of devices that the firmware tries, in their order; not to be mixed with boot orders
   * of single devices.
   */
  List<BootDevice> bootDevices();

  /**
   * Whether the firmware shows a menu of what to boot; absent means the hypervisor's default. Since
   * libvirt 0.8.3.
   */
  Optional<Boolean> bootMenu();

  /** How long that menu waits, up to 65,535 ms. Since libvirt 1.2.8. */
  Optional<Duration> bootMenuTimeout();

  /** Where the guest's SMBIOS tables come from; absent means emulated. Since libvirt 0.8.7. */
  Optional<SmbiosMode> smbiosMode();

  /** Whether the BIOS shows its messages on the serial port too. Since libvirt 0.9.4. */
  Optional<Boolean> biosSerial();

  /**
   * After how many milliseconds the BIOS tries again when it could not boot, up to 65,535; -1 or
   * absent for never. Since libvirt 0.10.2.
   */
  Optional<Integer> biosRebootTimeout();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableOs.Builder {
    Builder() {
      extras(Extras.NONE);
      type(OsType.HVM);
    }

    /** The user and the group that the first process of a container runs as. */
    public Builder initUserAndGroup(String user, String group) {
      return initUser(user).initGroup(group);
    }

    /**
     * The value; with a timeout of the boot menu, that is on unless it is said to be off.
     *
     * @throws InvalidDefinitionException if a container's process has a user and no group, or the
     *     other way round
     */
    @Override
    public Os build() {
      Os made = super.build();
      if (made.initUser().isPresent() != made.initGroup().isPresent()) {
        throw new InvalidDefinitionException(
            made.initUser().isPresent() ? "os/initgroup" : "os/inituser",
            "absent",
            "a user and a group");
      }
      return made.bootMenuTimeout().isPresent() && made.bootMenu().isEmpty()
          ? made.withBootMenu(true)
          : made;
    }

    Os buildAsRead() {
      return super.build();
    }
  }
}
