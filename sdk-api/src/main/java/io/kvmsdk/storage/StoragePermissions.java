package io.kvmsdk.storage;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who owns a file or directory, and what they may do with it.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#storage-volume-target-elements">libvirt:
 *     Storage volume target elements</a>
 */
@Value.Immutable
@ValueStyle
public interface StoragePermissions extends WithStoragePermissions {

  /** How it is read and written. */
  XmlMapping<StoragePermissions> XML = new StoragePermissionsXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The permissions. Absent means 0711 for a pool's directory and 0600 for a volume. */
  Optional<FileMode> mode();

  /** The number of the user. Absent, and -1, mean the one that libvirt's daemon runs as. */
  Optional<Long> owner();

  /** The number of the group. Absent, and -1, mean the one that libvirt's daemon runs as. */
  Optional<Long> group();

  /** The security label. */
  Optional<String> label();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableStoragePermissions.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class StoragePermissionsXml extends XmlMapping<StoragePermissions> {

  StoragePermissionsXml() {
    super("permissions");
  }

  @Override
  protected StoragePermissions read(XmlIn in) {
    StoragePermissions.Builder b = StoragePermissions.builder();
    if (in.child("mode").text()) b.mode(new FileMode(in.value()));
    if (in.child("owner").signedLongText()) b.owner(in.longValue());
    if (in.child("group").signedLongText()) b.group(in.longValue());
    if (in.child("label").text()) b.label(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(StoragePermissions value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("mode", value.mode());
    out.beginPart("owner");
    out.text(value.owner());
    out.end();
    out.beginPart("group");
    out.text(value.group());
    out.end();
    out.partText("label", value.label());
    out.end();
  }
}
