package io.kvmsdk.storage.pool;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.storage.DeviceExtent;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A device that a pool is made of.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolDevice extends WithPoolDevice {

  /** How it is read and written. */
  XmlMapping<PoolDevice> XML = new PoolDeviceXml();

  /** The device at a path, or the iSCSI target of a name. */
  static PoolDevice of(String path) {
    return builder().path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The path of the device, or the name of an iSCSI target ({@code iqn.}). */
  String path();

  /**
   * Whether there is a {@code p} between the device's name and the number of a partition; for
   * multipath devices. Absent means only where the name ends in a digit. Since libvirt 1.3.1.
   */
  Optional<Boolean> partSeparator();

  /** The free areas that a volume may be put into; libvirt writes it. */
  List<DeviceExtent> freeExtents();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolDevice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolDeviceXml extends XmlMapping<PoolDevice> {

  PoolDeviceXml() {
    super("device");
  }

  @Override
  protected PoolDevice read(XmlIn in) {
    PoolDevice.Builder b = PoolDevice.builder();
    b.path(in.required("path"));
    if (in.yesNo("part_separator")) b.partSeparator(in.flag());
    for (XmlIn freeExtent : in.children("freeExtent"))
      b.addFreeExtent(freeExtent.read(DeviceExtent.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolDevice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("path", value.path());
    out.yesNo("part_separator", value.partSeparator());
    out.writeAll("freeExtent", DeviceExtent.XML, value.freeExtents());
    out.end();
  }
}
