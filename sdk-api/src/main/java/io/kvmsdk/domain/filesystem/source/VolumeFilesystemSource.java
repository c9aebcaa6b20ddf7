package io.kvmsdk.domain.filesystem.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A volume of a storage pool, which is a directory or a device.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface VolumeFilesystemSource extends FilesystemSource, WithVolumeFilesystemSource
    permits ImmutableVolumeFilesystemSource {

  /** How it is read and written. */
  XmlMapping<VolumeFilesystemSource> XML = new VolumeFilesystemSourceXml();

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
    return "volume";
  }

  /** The name of the pool. */
  Optional<String> pool();

  /** The name of the volume. */
  Optional<String> volume();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableVolumeFilesystemSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeFilesystemSourceXml extends XmlMapping<VolumeFilesystemSource> {

  VolumeFilesystemSourceXml() {
    super("source");
  }

  @Override
  protected VolumeFilesystemSource read(XmlIn in) {
    VolumeFilesystemSource.Builder b = VolumeFilesystemSource.builder();
    if (in.attr("pool")) b.pool(in.value());
    if (in.attr("volume")) b.volume(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VolumeFilesystemSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("pool", value.pool());
    out.attr("volume", value.volume());
    out.end();
  }
}
