package io.kvmsdk.domain.tpm;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A TPM of its own for the guest, which swtpm on the host emulates. Since libvirt 4.5.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#tpm-device">libvirt: TPM device</a>
 */
@Value.Immutable
@ValueStyle
public sealed interface EmulatorTpmBackend extends TpmBackend, WithEmulatorTpmBackend
    permits ImmutableEmulatorTpmBackend {

  /** How it is read and written. */
  XmlMapping<EmulatorTpmBackend> XML = new EmulatorTpmBackendXml();

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
    return "emulator";
  }

  /** Its version. Absent means what suits hypervisor, machine and model. */
  Optional<TpmVersion> version();

  /**
   * Whether its state is kept when a transient domain ends or a definition is removed. Absent means
   * no. Since libvirt 7.0.0.
   */
  Optional<Boolean> persistentState();

  /**
   * How much swtpm writes into its log, from 1 to 255. Absent means nothing. Since libvirt 10.6.0.
   */
  Optional<Integer> debug();

  /** The secret whose passphrase encrypts the state. Since libvirt 5.6.0. */
  Optional<UUID> encryptionSecret();

  /**
   * Whether the bank of SHA-1 registers is made active at each start; if none of the four is, they
   * stay as they were. Since libvirt 7.10.0.
   */
  boolean sha1Bank();

  /** Whether that of SHA-256 is. Since libvirt 7.10.0. */
  boolean sha256Bank();

  /** Whether that of SHA-384 is. Since libvirt 7.10.0. */
  boolean sha384Bank();

  /** Whether that of SHA-512 is. Since libvirt 7.10.0. */
  boolean sha512Bank();

  /** Where its state is kept. Absent means that libvirt chooses. Since libvirt 10.10.0. */
  Optional<TpmState> state();

  /** What a TPM 2.0 can do; said once, when the state is made. Since libvirt 10.10.0. */
  Optional<TpmProfile> profile();

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableEmulatorTpmBackend.Builder {
    Builder() {
      extras(Extras.NONE);
      sha1Bank(false);
      sha256Bank(false);
      sha384Bank(false);
      sha512Bank(false);
    }
  }
}

final class EmulatorTpmBackendXml extends XmlMapping<EmulatorTpmBackend> {

  EmulatorTpmBackendXml() {
    super("backend");
  }

  @Override
  protected EmulatorTpmBackend read(XmlIn in) {
    EmulatorTpmBackend.Builder b = EmulatorTpmBackend.builder();
    if (in.attr("version")) b.version(new TpmVersion(in.value()));
    if (in.yesNo("persistent_state")) b.persistentState(in.flag());
    if (in.intAttr("debug")) b.debug(in.intValue());
    if (in.child("encryption").attr("secret")) b.encryptionSecret(in.uuid());
    XmlIn activePcrBanks = in.child("active_pcr_banks");
    b.sha1Bank(activePcrBanks.has("sha1"));
    b.sha256Bank(activePcrBanks.has("sha256"));
    b.sha384Bank(activePcrBanks.has("sha384"));
    b.sha512Bank(activePcrBanks.has("sha512"));
    XmlIn source = in.child("source");
    if (source.present()) b.state(source.read(TpmState.XML));
    XmlIn profile = in.child("profile");
    if (profile.present()) b.profile(profile.read(TpmProfile.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(EmulatorTpmBackend value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type());
    out.attr("version", value.version());
    out.yesNo("persistent_state", value.persistentState());
    out.attr("debug", value.debug());
    out.part("encryption", "secret", value.encryptionSecret());
    out.beginPart("active_pcr_banks");
    out.flag("sha1", value.sha1Bank());
    out.flag("sha256", value.sha256Bank());
    out.flag("sha384", value.sha384Bank());
    out.flag("sha512", value.sha512Bank());
    out.end();
    out.write("source", TpmState.XML, value.state());
    out.write("profile", TpmProfile.XML, value.profile());
    out.end();
  }
}
