package io.kvmsdk.storage.pool;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * Who logs in to the source of a pool; the secret stands elsewhere.
 *
 * @see <a href="https://libvirt.org/formatstorage.html#source-elements">libvirt: Source
 *     elements</a>
 */
@Value.Immutable
@ValueStyle
public interface PoolAuth extends WithPoolAuth {

  /** How it is read and written. */
  XmlMapping<PoolAuth> XML = new PoolAuthXml();

  /** A Ceph user, whose key is in the secret of that usage name. */
  static PoolAuth ceph(String username, String secretUsage) {
    return builder().type(PoolAuthType.CEPH).username(username).secretUsage(secretUsage).build();
  }

  /** A user of an iSCSI target, whose password is in the secret of that usage name. */
  static PoolAuth chap(String username, String secretUsage) {
    return builder().type(PoolAuthType.CHAP).username(username).secretUsage(secretUsage).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How it is proved. */
  PoolAuthType type();

  /** The user. */
  String username();

  /** The kind of secret, as libvirt writes it of some pools; {@link #type} says it. */
  Optional<String> secretType();

  /** The UUID of the secret; this or {@link #secretUsage}. */
  Optional<UUID> secretUuid();

  /** The name by which the secret is referred to. */
  Optional<String> secretUsage();

  /**
   * Refuses one without a secret; building and changing it does it.
   *
   * @throws InvalidDefinitionException if there is not one way to find the secret
   */
  @Value.Check
  default void checkConsistent() {
    if (secretUuid().isPresent() == secretUsage().isPresent()) {
      throw new InvalidDefinitionException(
          "auth/secret",
          secretUuid().isPresent() ? "a UUID and a usage" : "absent",
          "a secret by its UUID, or by its usage");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutablePoolAuth.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class PoolAuthXml extends XmlMapping<PoolAuth> {

  PoolAuthXml() {
    super("auth");
  }

  @Override
  protected PoolAuth read(XmlIn in) {
    PoolAuth.Builder b = PoolAuth.builder();
    b.type(new PoolAuthType(in.required("type")));
    b.username(in.required("username"));
    XmlIn secret = in.child("secret");
    if (secret.attr("type")) b.secretType(in.value());
    if (secret.attr("uuid")) b.secretUuid(in.uuid());
    if (secret.attr("usage")) b.secretUsage(in.value());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(PoolAuth value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("type", value.type().toString());
    out.attr("username", value.username());
    out.beginPart("secret");
    out.attr("type", value.secretType());
    out.attr("uuid", value.secretUuid());
    out.attr("usage", value.secretUsage());
    out.end();
    out.end();
  }
}
