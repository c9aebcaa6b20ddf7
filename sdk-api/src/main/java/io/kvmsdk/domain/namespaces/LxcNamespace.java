package io.kvmsdk.domain.namespaces;

import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Namespaces of Linux that a container shares, instead of having its own. Since libvirt 1.2.19.
 *
 * @see <a href="https://libvirt.org/drvlxc.html#inherit-namespaces">libvirt: Inherit namespaces</a>
 */
@Value.Immutable
@ValueStyle
public interface LxcNamespace extends WithLxcNamespace {

  /** How it is read and written. */
  XmlMapping<LxcNamespace> XML = new LxcNamespaceXml();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Its network. */
  Optional<LxcShare> network();

  /** Its semaphores, message queues and shared memory. */
  Optional<LxcShare> ipc();

  /** Its host name. */
  Optional<LxcShare> uts();

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableLxcNamespace.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class LxcNamespaceXml extends XmlMapping<LxcNamespace> {

  LxcNamespaceXml() {
    super("namespace");
  }

  @Override
  protected LxcNamespace read(XmlIn in) {
    LxcNamespace.Builder b = LxcNamespace.builder();
    XmlIn sharenet = in.child(HypervisorNamespace.LXC, "sharenet");
    if (sharenet.present()) b.network(sharenet.read(LxcShare.XML));
    XmlIn shareipc = in.child(HypervisorNamespace.LXC, "shareipc");
    if (shareipc.present()) b.ipc(shareipc.read(LxcShare.XML));
    XmlIn shareuts = in.child(HypervisorNamespace.LXC, "shareuts");
    if (shareuts.present()) b.uts(shareuts.read(LxcShare.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(LxcNamespace value, String name, XmlOut out) {
    out.begin("lxc", HypervisorNamespace.LXC, name, value.extras());
    out.write("sharenet", LxcShare.XML, value.network());
    out.write("shareipc", LxcShare.XML, value.ipc());
    out.write("shareuts", LxcShare.XML, value.uts());
    out.end();
  }
}
