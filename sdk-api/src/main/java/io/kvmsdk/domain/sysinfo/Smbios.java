package io.kvmsdk.domain.sysinfo;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the guest's SMBIOS tables say.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#smbios-system-information">libvirt: SMBIOS
 *     System Information</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface Smbios extends SysInfo, WithSmbios permits ImmutableSmbios {

  /** How it is read and written. */
  XmlMapping<Smbios> XML = new SmbiosXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  @Override
  default String type() {
    return "smbios";
  }

  /** The BIOS (block 0). */
  Optional<SmbiosBlock> bios();

  /** The system (block 1). */
  Optional<SmbiosBlock> system();

  /** The base boards (block 2); not all hypervisors can have several. */
  List<SmbiosBlock> baseBoards();

  /** The chassis (block 3). Since libvirt 4.1.0. */
  Optional<SmbiosBlock> chassis();

  /** The processors (block 4); only in what a host says of itself. */
  List<SmbiosBlock> processors();

  /** The memory modules (block 17); only in what a host says of itself. */
  List<SmbiosBlock> memoryDevices();

  /**
   * Strings for programs in the guest (block 11), each of which begins with the name of its
   * program. Since libvirt 4.1.0.
   */
  @Value.Redacted
  List<String> oemStrings();

  /** The serial number of the system. */
  default Optional<String> serial() {
    return system().flatMap(block -> block.value(SmbiosField.SERIAL));
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSmbios.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SmbiosXml extends XmlMapping<Smbios> {

  SmbiosXml() {
    super("sysinfo");
  }

  @Override
  protected Smbios read(XmlIn in) {
    Smbios.Builder b = Smbios.builder();
    XmlIn bios = in.child("bios");
    if (bios.present()) b.bios(bios.read(SmbiosBlock.XML));
    XmlIn system = in.child("system");
    if (system.present()) b.system(system.read(SmbiosBlock.XML));
    for (XmlIn baseBoard : in.children("baseBoard"))
      b.addBaseBoard(baseBoard.read(SmbiosBlock.XML));
    XmlIn chassis = in.child("chassis");
    if (chassis.present()) b.chassis(chassis.read(SmbiosBlock.XML));
    for (XmlIn processor : in.children("processor"))
      b.addProcessor(processor.read(SmbiosBlock.XML));
    for (XmlIn memoryDevice : in.children("memory_device"))
      b.addMemoryDevice(memoryDevice.read(SmbiosBlock.XML));
    XmlIn oemStrings = in.child("oemStrings");
    for (String text : oemStrings.textsOf("entry")) b.addOemString(text);
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(Smbios value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.write("bios", SmbiosBlock.XML, value.bios());
    out.write("system", SmbiosBlock.XML, value.system());
    out.writeAll("baseBoard", SmbiosBlock.XML, value.baseBoards());
    out.write("chassis", SmbiosBlock.XML, value.chassis());
    out.writeAll("processor", SmbiosBlock.XML, value.processors());
    out.writeAll("memory_device", SmbiosBlock.XML, value.memoryDevices());
    out.beginPart("oemStrings");
    out.partTexts("entry", value.oemStrings());
    out.end();
    out.end();
  }
}
