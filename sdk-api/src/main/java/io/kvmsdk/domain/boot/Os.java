package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
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
public interface Os extends WithOs {

  /** How it is read and written. */
  XmlMapping<Os> XML = new OsXml();

  /** A guest that needs full virtualisation, on the hypervisor's default machine. */
  Os HVM = builder().build();

  /** A guest that needs full virtualisation, on such a machine, such as {@code q35}. */
  static Os hvm(String machine) {
    return builder().machine(machine).build();
  }

  /** A kernel of the host, booted without any boot loader. */
  static Os directKernel(String kernel, String initrd, String cmdline) {
    return builder().kernel(kernel).initrd(initrd).cmdline(cmdline).build();
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

  /** The firmware that libvirt is to find. */
  Optional<Firmware> firmware();

  /** The path of a kernel on the host, which is booted without any boot loader. */
  Optional<String> kernel();

  /** The path of the initial RAM disk for that kernel. */
  Optional<String> initrd();

  /** The command line for that kernel. */
  Optional<String> cmdline();

  /** The path of a device tree for that kernel. Since libvirt 1.0.4. */
  Optional<String> dtb();

  /**
   * The kinds of devices that the firmware tries, in their order; not to be mixed with boot orders
   * of single devices.
   */
  List<BootDevice> bootDevices();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableOs.Builder {
    Builder() {
      extras(Extras.NONE);
      type(OsType.HVM);
    }
  }
}

final class OsXml extends XmlMapping<Os> {

  OsXml() {
    super("os");
  }

  @Override
  protected Os read(XmlIn in) {
    Os.Builder b = Os.builder();
    XmlIn type = in.child("type");
    b.type(new OsType(type.text() ? in.value() : ""));
    if (type.attr("arch")) b.arch(in.value());
    if (type.attr("machine")) b.machine(in.value());
    if (in.attr("firmware")) b.firmware(new Firmware(in.value()));
    if (in.childText("kernel")) b.kernel(in.value());
    if (in.childText("initrd")) b.initrd(in.value());
    if (in.childText("cmdline")) b.cmdline(in.value());
    if (in.childText("dtb")) b.dtb(in.value());
    for (XmlIn boot : in.children("boot")) b.addBootDevice(boot.read(BootDevice.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(Os value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("firmware", value.firmware());
    out.beginPart("type");
    out.attr("arch", value.arch());
    out.attr("machine", value.machine());
    if (!value.type().value().isEmpty()) out.text(value.type().value());
    out.end();
    out.partText("kernel", value.kernel());
    out.partText("initrd", value.initrd());
    out.partText("cmdline", value.cmdline());
    out.partText("dtb", value.dtb());
    out.writeAll(BootDevice.XML, value.bootDevices());
    out.end();
  }
}
