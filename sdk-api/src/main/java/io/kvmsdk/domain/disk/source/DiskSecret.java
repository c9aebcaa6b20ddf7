package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A secret of libvirt, by its UUID or by its usage, that holds a password.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt:
 *     Hard drives, floppy disks, CDROMs</a>
 */
@Value.Immutable
@ValueStyle
public interface DiskSecret extends WithDiskSecret {

  /** How it is read and written. */
  XmlMapping<DiskSecret> XML = new DiskSecretXml();

  /** A secret by its UUID. */
  static DiskSecret of(DiskSecretType type, UUID uuid) {
    return builder().type(type).uuid(uuid).build();
  }

  /** A secret by what it says it is used for. */
  static DiskSecret ofUsage(DiskSecretType type, String usage) {
    return builder().type(type).usage(usage).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What it is for. */
  DiskSecretType type();

  /** Its UUID. */
  Optional<UUID> uuid();

  /** Its usage, where there is no UUID. */
  Optional<String> usage();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableDiskSecret.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class DiskSecretXml extends XmlMapping<DiskSecret> {

  DiskSecretXml() {
    super("secret");
  }

  @Override
  protected DiskSecret read(XmlIn in) {
    DiskSecret.Builder b = DiskSecret.builder();
    b.type(new DiskSecretType(in.required("type")));
    if (in.attr("uuid")) b.uuid(in.uuid());
    if (in.attr("usage")) b.usage(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(DiskSecret value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("uuid", value.uuid());
    out.attr("usage", value.usage());
    out.end();
  }
}
