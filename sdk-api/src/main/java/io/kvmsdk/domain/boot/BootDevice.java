package io.kvmsdk.domain.boot;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/** A kind of device that the firmware tries. */
@Value.Immutable
@ValueStyle
public interface BootDevice extends WithBootDevice {

  /** How it is read and written. */
  XmlMapping<BootDevice> XML = new BootDeviceXml();

  /** The first hard disk. */
  BootDevice HARD_DISK = of("hd");

  /** The first CD-ROM drive. */
  BootDevice CDROM = of("cdrom");

  /** The first network interface. */
  BootDevice NETWORK = of("network");

  /** The first floppy drive. */
  BootDevice FLOPPY = of("fd");

  /** A kind by libvirt's word for it. */
  static BootDevice of(String device) {
    return builder().device(device).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** {@code hd}, {@code cdrom}, {@code network} or {@code fd}, or what a newer libvirt may say. */
  String device();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableBootDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class BootDeviceXml extends XmlMapping<BootDevice> {

  BootDeviceXml() {
    super("boot");
  }

  @Override
  protected BootDevice read(XmlIn in) {
    BootDevice.Builder b = BootDevice.builder();
    b.device(in.required("dev"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(BootDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("dev", value.device());
    out.end();
  }
}
