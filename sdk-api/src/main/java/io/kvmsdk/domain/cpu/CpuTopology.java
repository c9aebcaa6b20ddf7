package io.kvmsdk.domain.cpu;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/** How the vCPUs of a guest are laid out. The product of all is the highest number of vCPUs. */
@Value.Immutable
@ValueStyle
public interface CpuTopology extends WithCpuTopology {

  /** How it is read and written. */
  XmlMapping<CpuTopology> XML = new CpuTopologyXml();

  /** So many sockets of so many cores of so many threads. */
  static CpuTopology of(int sockets, int cores, int threads) {
    return builder().sockets(sockets).cores(cores).threads(threads).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** How many sockets; at least 1. */
  int sockets();

  /** How many dies a socket has; absent means 1. Since libvirt 6.1.0. */
  Optional<Integer> dies();

  /** How many clusters a die has; absent means 1. Since libvirt 10.1.0. */
  Optional<Integer> clusters();

  /** How many cores each of those has; at least 1. */
  int cores();

  /** How many threads a core has; at least 1. */
  int threads();

  /** How many vCPUs there are at most. */
  default int vcpus() {
    return sockets() * dies().orElse(1) * clusters().orElse(1) * cores() * threads();
  }

  /**
   * Refuses what is always wrong; building and changing a topology does it.
   *
   * @throws InvalidDefinitionException if a number is less than 1
   */
  @Value.Check
  default void checkConsistent() {
    atLeastOne("sockets", sockets());
    atLeastOne("dies", dies().orElse(1));
    atLeastOne("clusters", clusters().orElse(1));
    atLeastOne("cores", cores());
    atLeastOne("threads", threads());
  }

  private static void atLeastOne(String attribute, int count) {
    if (count < 1) {
      throw new InvalidDefinitionException(
          "topology/@" + attribute, Integer.toString(count), "at least 1");
    }
  }

  /** What the document says beyond this. */
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCpuTopology.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CpuTopologyXml extends XmlMapping<CpuTopology> {

  CpuTopologyXml() {
    super("topology");
  }

  @Override
  protected CpuTopology read(XmlIn in) {
    CpuTopology.Builder b = CpuTopology.builder();
    if (!in.intAttr("sockets")) throw in.missing("@sockets");
    b.sockets(in.intValue());
    if (in.intAttr("dies")) b.dies(in.intValue());
    if (in.intAttr("clusters")) b.clusters(in.intValue());
    if (!in.intAttr("cores")) throw in.missing("@cores");
    b.cores(in.intValue());
    if (!in.intAttr("threads")) throw in.missing("@threads");
    b.threads(in.intValue());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CpuTopology value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.attr("sockets", value.sockets());
    out.attr("dies", value.dies());
    out.attr("clusters", value.clusters());
    out.attr("cores", value.cores());
    out.attr("threads", value.threads());
    out.end();
  }
}
