package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.domain.device.SourceSecurityLabel;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A file of the host that takes what the guest writes.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#host-interface">libvirt: Host interface</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface FileCharSource extends CharSource, WithFileCharSource
    permits ImmutableFileCharSource {

  /** How it is read and written. */
  XmlMapping<FileCharSource> XML = new FileCharSourceXml();

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
    return "file";
  }

  /** The absolute path. */
  Optional<String> path();

  /**
   * Whether an existing file is kept and written on. Absent means that it is emptied at each start.
   * Since libvirt 1.3.1.
   */
  Optional<Boolean> append();

  /** How it is labelled for the security drivers, where not as the domain says. */
  List<SourceSecurityLabel> securityLabels();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableFileCharSource.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class FileCharSourceXml extends XmlMapping<FileCharSource> {

  FileCharSourceXml() {
    super("source");
  }

  @Override
  protected FileCharSource read(XmlIn in) {
    FileCharSource.Builder b = FileCharSource.builder();
    if (in.attr("path")) b.path(in.value());
    if (in.onOff("append")) b.append(in.flag());
    for (XmlIn seclabel : in.children("seclabel"))
      b.addSecurityLabel(seclabel.read(SourceSecurityLabel.XML));
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FileCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.onOff("append", value.append());
    out.writeAll("seclabel", SourceSecurityLabel.XML, value.securityLabels());
    out.end();
  }
}
