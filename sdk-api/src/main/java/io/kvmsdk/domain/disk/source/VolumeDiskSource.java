package io.kvmsdk.domain.disk.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A disk whose data is a volume of a storage pool. Since libvirt 1.0.5; libvirt only. */
@Value.Immutable
@ValueStyle
public sealed interface VolumeDiskSource extends DiskSource, WithVolumeDiskSource
    permits ImmutableVolumeDiskSource {

  /** How its {@code <source>} is read and written. */
  XmlMapping<VolumeDiskSource> XML = new VolumeDiskSourceXml();

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

  /**
   * How a volume of an iSCSI pool is reached: {@code host} or {@code direct}. Since libvirt 1.1.1.
   */
  Optional<String> mode();

  /** What the document says of the source beyond this. */
  @Override
  Extras extras();

  /** Makes sources. */
  final class Builder extends ImmutableVolumeDiskSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class VolumeDiskSourceXml extends XmlMapping<VolumeDiskSource> {

  VolumeDiskSourceXml() {
    super("source");
  }

  @Override
  protected VolumeDiskSource read(XmlIn in) {
    VolumeDiskSource.Builder b = VolumeDiskSource.builder();
    if (in.attr("pool")) b.pool(in.value());
    if (in.attr("volume")) b.volume(in.value());
    if (in.attr("mode")) b.mode(in.value());
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(VolumeDiskSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("pool", value.pool());
    out.attr("volume", value.volume());
    out.attr("mode", value.mode());
    out.end();
  }
}
