package io.kvmsdk.domain.tpm;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import org.immutables.value.Value;

/**
 * Where the state of an emulated TPM is kept; no other domain may have the same. Since libvirt
 * 10.10.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public interface TpmState extends WithTpmState {

  /** How it is read and written. */
  XmlMapping<TpmState> XML = new TpmStateXml();

  /** A file or a block device. */
  static TpmState file(String path) {
    return builder().type(TpmStateType.FILE).path(path).build();
  }

  /** A directory. */
  static TpmState directory(String path) {
    return builder().type(TpmStateType.DIRECTORY).path(path).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What it is kept in. */
  TpmStateType type();

  /** The absolute path. */
  String path();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableTpmState.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class TpmStateXml extends XmlMapping<TpmState> {

  TpmStateXml() {
    super("source");
  }

  @Override
  protected TpmState read(XmlIn in) {
    TpmState.Builder b = TpmState.builder();
    b.type(new TpmStateType(in.required("type")));
    b.path(in.required("path"));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(TpmState value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("path", value.path());
    out.end();
  }
}
