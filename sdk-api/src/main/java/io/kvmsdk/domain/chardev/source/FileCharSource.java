package io.kvmsdk.domain.chardev.source;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** A file of the host that takes what the guest writes. */
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

  /** Whether an existing file is kept and written on. Since libvirt 1.3.1. */
  Optional<Boolean> append();

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
    return b.extras(in.extrasAndPresence()).build();
  }

  @Override
  protected void write(FileCharSource value, String name, XmlOut out) {
    out.beginIfAny(name, value.extras());
    out.attr("path", value.path());
    out.onOff("append", value.append());
    out.end();
  }
}
