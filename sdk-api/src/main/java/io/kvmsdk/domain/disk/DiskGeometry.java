package io.kvmsdk.domain.disk;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a disk says of its cylinders, for old systems that ask. Since libvirt 0.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskGeometry extends WithDiskGeometry {

  /** How it is read and written. */
  XmlMapping<DiskGeometry> XML = new DiskGeometryXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many cylinders it has. */
  int cylinders();

  /** How many heads it has. */
  int heads();

  /** How many sectors a track has. */
  int sectors();

  /** How the BIOS translates these. Absent means what it chooses. */
  Optional<GeometryTranslation> translation();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskGeometry.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskGeometryXml extends XmlMapping<DiskGeometry> {

  DiskGeometryXml() {
    super("geometry");
  }

  @Override
  protected DiskGeometry read(XmlIn in) {
    DiskGeometry.Builder b = DiskGeometry.builder();
    if (!in.intAttr("cyls")) throw in.missing("@cyls");
    b.cylinders(in.intValue());
    if (!in.intAttr("heads")) throw in.missing("@heads");
    b.heads(in.intValue());
    if (!in.intAttr("secs")) throw in.missing("@secs");
    b.sectors(in.intValue());
    if (in.attr("trans")) b.translation(new GeometryTranslation(in.value()));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskGeometry value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("cyls", value.cylinders());
    out.attr("heads", value.heads());
    out.attr("secs", value.sectors());
    out.attr("trans", value.translation());
    out.end();
  }
}
