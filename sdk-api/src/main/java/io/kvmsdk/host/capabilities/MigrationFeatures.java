package io.kvmsdk.host.capabilities;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.List;
import org.immutables.value.Value;

/**
 * How domains of a host can move to another one.
 *
 * @see <a href="https://libvirt.org/formatcaps.html#host-capabilities">libvirt: Host
 *     capabilities</a>
 */
@Value.Immutable
@ValueStyle
public interface MigrationFeatures extends WithMigrationFeatures {

  /** How it is read and written. */
  XmlMapping<MigrationFeatures> XML = new MigrationFeaturesXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Whether they can move while they run. */
  boolean live();

  /** The schemes of the addresses to which they can move. */
  List<MigrationTransport> uriTransports();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableMigrationFeatures.Builder {
    Builder() {
      extras(Extras.NONE);
      live(false);
    }
  }
}

final class MigrationFeaturesXml extends XmlMapping<MigrationFeatures> {

  MigrationFeaturesXml() {
    super("migration_features");
  }

  @Override
  protected MigrationFeatures read(XmlIn in) {
    MigrationFeatures.Builder b = MigrationFeatures.builder();
    b.live(in.has("live"));
    XmlIn uriTransports = in.child("uri_transports");
    for (String text : uriTransports.textsOf("uri_transport"))
      b.addUriTransport(new MigrationTransport(text));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(MigrationFeatures value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.flag("live", value.live());
    out.beginPart("uri_transports");
    out.partTexts("uri_transport", value.uriTransports());
    out.end();
    out.end();
  }
}
