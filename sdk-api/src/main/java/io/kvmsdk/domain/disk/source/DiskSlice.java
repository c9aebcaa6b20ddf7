package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.units.ByteSize;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A part of a source. Since libvirt 6.1.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskSlice extends WithDiskSlice {

  /** How it is read and written. */
  XmlMapping<DiskSlice> XML = new DiskSliceXml();

  /** The part that holds the image. */
  static DiskSlice of(ByteSize offset, ByteSize size) {
    return builder().type("storage").offset(offset).size(size).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What the part holds: always {@code storage}, the image with all that its format adds. */
  String type();

  /** Where it begins. */
  ByteSize offset();

  /** How long it is. */
  ByteSize size();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskSlice.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskSliceXml extends XmlMapping<DiskSlice> {

  DiskSliceXml() {
    super("slice");
  }

  @Override
  protected DiskSlice read(XmlIn in) {
    DiskSlice.Builder b = DiskSlice.builder();
    b.type(in.required("type"));
    if (!in.fixedSizeAttr("offset", "B")) throw in.missing("@offset");
    b.offset(in.size());
    if (!in.fixedSizeAttr("size", "B")) throw in.missing("@size");
    b.size(in.size());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskSlice value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.fixedSizeAttr("offset", "B", Optional.of(value.offset()));
    out.fixedSizeAttr("size", "B", Optional.of(value.size()));
    out.end();
  }
}
