package io.kvmsdk.domain.filesystem;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A range of users or groups, and those of the host that they are.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#filesystems">libvirt: Filesystems</a>
 */
@Value.Immutable
@ValueStyle
public interface FilesystemIdRange extends WithFilesystemIdRange {

  /** How it is read and written. */
  XmlMapping<FilesystemIdRange> XML = new FilesystemIdRangeXml();

  /** So many, from {@code start}, which are those from {@code target} on the host. */
  static FilesystemIdRange of(long start, long target, long count) {
    return builder().start(start).target(target).count(count).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** The first one that the guest sees. */
  Optional<Long> start();

  /** The one of the host that this is. */
  Optional<Long> target();

  /** How many there are. */
  Optional<Long> count();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFilesystemIdRange.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FilesystemIdRangeXml extends XmlMapping<FilesystemIdRange> {

  FilesystemIdRangeXml() {
    super("uid");
  }

  @Override
  protected FilesystemIdRange read(XmlIn in) {
    FilesystemIdRange.Builder b = FilesystemIdRange.builder();
    if (in.longAttr("start")) b.start(in.longValue());
    if (in.longAttr("target")) b.target(in.longValue());
    if (in.longAttr("count")) b.count(in.longValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(FilesystemIdRange value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("start", value.start());
    out.attr("target", value.target());
    out.attr("count", value.count());
    out.end();
  }
}
