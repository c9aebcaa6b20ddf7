package io.kvmsdk.domain.snapshot;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A moment in the life of a domain's disks, from which on the blocks that change are tracked, so
 * that a later backup can be of these only. Since libvirt 5.6.0.
 *
 * <p>To make one, name, description and disks are enough; the hypervisor adds the rest.
 *
 * @see <a href="https://libvirt.org/formatcheckpoint.html#checkpoint-xml">libvirt: Checkpoint
 *     XML</a>
 */
@Value.Immutable
@ValueStyle
public interface CheckpointDefinition extends Document, WithCheckpointDefinition {

  /** How it is read and written. */
  XmlMapping<CheckpointDefinition> XML = new CheckpointDefinitionXml();

  /** One of all disks, which have to be qcow2. */
  static CheckpointDefinition of(String name) {
    return builder().name(name).build();
  }

  /** One of these disks, by their targets, such as {@code vda}; at least one. */
  static CheckpointDefinition of(String name, String target, String... more) {
    Builder b = builder().name(name).addDisk(CheckpointDisk.bitmap(target));
    for (String other : more) {
      b.addDisk(CheckpointDisk.bitmap(other));
    }
    return b.build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <domaincheckpoint>} says, keeping what has no name here. */
  static CheckpointDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <domaincheckpoint>} says. */
  static CheckpointDefinition fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  @Override
  default String toXml() {
    return XML.format(this);
  }

  /** Its name. Absent means that the hypervisor makes one up from the time. */
  Optional<String> name();

  /** A text about it. */
  Optional<String> description();

  /** When it was made, in whole seconds. */
  Optional<Instant> creationTime();

  /** The name of the checkpoint that was made before it. */
  Optional<String> parent();

  /**
   * Which disks take part. When one is made, empty means all of them, and else a disk that is not
   * listed does not.
   */
  List<CheckpointDisk> disks();

  /** The domain as it was; with its secrets only if they were asked for. */
  Optional<DomainDefinition> domain();

  /**
   * What is said of the disk with that target, such as {@code vda}; empty where it is not listed.
   */
  default Optional<CheckpointDisk> disk(String name) {
    return disks().stream().filter(disk -> disk.name().equals(name)).findFirst();
  }

  /** The same without passwords, as hypervisors show it. */
  default CheckpointDefinition withoutSecrets() {
    return withDomain(domain().map(DomainDefinition::withoutSecrets));
  }

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if the name is empty, begins with a dot or has a slash
   */
  @Value.Check
  default void checkConsistent() {
    name()
        .filter(name -> name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0)
        .ifPresent(name -> {
          throw new InvalidDefinitionException(
              "domaincheckpoint/name", name, "a name without slashes, and no dot before it");
        });
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableCheckpointDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class CheckpointDefinitionXml extends XmlMapping<CheckpointDefinition> {

  CheckpointDefinitionXml() {
    super("domaincheckpoint");
  }

  @Override
  protected CheckpointDefinition read(XmlIn in) {
    CheckpointDefinition.Builder b = CheckpointDefinition.builder();
    if (in.child("name").text()) b.name(in.value());
    if (in.child("description").text()) b.description(in.value());
    if (in.child("creationTime").longText()) b.creationTime(Instant.ofEpochSecond(in.longValue()));
    XmlIn parent = in.child("parent");
    if (parent.child("name").text()) b.parent(in.value());
    XmlIn disks = in.child("disks");
    for (XmlIn disksDisk : disks.children("disk")) b.addDisk(disksDisk.read(CheckpointDisk.XML));
    XmlIn domain = in.child("domain");
    if (domain.present()) b.domain(domain.read(DomainDefinition.XML));
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(CheckpointDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("name", value.name());
    out.partText("description", value.description());
    out.partText("creationTime", value.creationTime().map(Instant::getEpochSecond));
    out.beginPart("parent");
    out.partText("name", value.parent());
    out.end();
    out.beginPart("disks");
    out.writeAll("disk", CheckpointDisk.XML, value.disks());
    out.end();
    out.write("domain", DomainDefinition.XML, value.domain());
    out.end();
  }
}
