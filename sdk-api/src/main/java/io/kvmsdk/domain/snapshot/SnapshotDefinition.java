package io.kvmsdk.domain.snapshot;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Document;
import io.kvmsdk.xml.Extras;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlElement;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.immutables.value.Value;

/**
 * A snapshot of a domain: what is to be kept, or what a hypervisor has kept.
 *
 * <p>To make one, name, description, memory and disks are enough; the hypervisor adds the rest. To
 * tell libvirt again of a snapshot that it has forgotten, all that it said of it is wanted.
 *
 * @see <a href="https://libvirt.org/formatsnapshot.html#snapshot-xml">libvirt: Snapshot XML</a>
 */
@Value.Immutable
@ValueStyle
public interface SnapshotDefinition extends Document, WithSnapshotDefinition {

  /** How it is read and written. */
  XmlMapping<SnapshotDefinition> XML = new SnapshotDefinitionXml();

  /**
   * All disks, and the memory where the domain runs, kept within the disks' images, which have to
   * be qcow2.
   */
  static SnapshotDefinition full(String name) {
    return builder().name(name).build();
  }

  /**
   * Disks without the memory: those that are listed, or all if none is. A domain that runs sees
   * after a revert what it would see after a loss of power.
   */
  static SnapshotDefinition diskOnly(String name, SnapshotDisk... disks) {
    return builder().name(name).memory(SnapshotMemory.none()).addDisks(disks).build();
  }

  /**
   * Disks and the memory of a domain that runs, kept in files of their own. Since libvirt 1.0.1.
   *
   * @param memoryFile the absolute path of a new file for the memory
   * @param disks what becomes of them; those that are not listed are kept as their definition says
   */
  static SnapshotDefinition external(String name, String memoryFile, SnapshotDisk... disks) {
    return builder().name(name).memory(SnapshotMemory.external(memoryFile)).addDisks(disks).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <domainsnapshot>} says, keeping what has no name here. */
  static SnapshotDefinition fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <domainsnapshot>} says. */
  static SnapshotDefinition fromXml(String xml, Strictness strictness) {
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

  /** What the domain was doing when it was taken, and does after a revert. */
  Optional<SnapshotState> state();

  /** When it was taken, in whole seconds. */
  Optional<Instant> creationTime();

  /** The name of the snapshot that it descends from. */
  Optional<String> parent();

  /** What becomes of the memory. Absent means what fits to the rest. Since libvirt 1.0.1. */
  Optional<SnapshotMemory> memory();

  /**
   * What becomes of the disks. When one is made, empty means all of them, each as its definition
   * says, and a disk that is not listed is kept likewise. Since libvirt 0.9.5.
   */
  List<SnapshotDisk> disks();

  /** Where the disks are from the last revert on; libvirt says it of external snapshots. */
  List<SnapshotDisk> revertDisks();

  /** The domain as it was; with its secrets only if they were asked for. Since libvirt 0.9.5. */
  Optional<DomainDefinition> domain();

  /**
   * The domain's UUID, where an old libvirt says nothing but that. Not beside the domain itself.
   */
  Optional<UUID> domainUuid();

  /**
   * The domain as it would have started the next time, where that was something else than what ran.
   */
  Optional<DomainDefinition> inactiveDomain();

  /** Whether it is the domain's current snapshot, as libvirt keeps it in its own files. */
  Optional<Boolean> active();

  /** What the hypervisor keeps for the revert. */
  List<XmlElement> cookie();

  /** The UUID of the domain; empty where it is not said. */
  default Optional<UUID> uuidOfDomain() {
    return domainUuid().or(() -> domain().flatMap(DomainDefinition::uuid));
  }

  /**
   * What becomes of the disk with that target, such as {@code vda}; empty where it is not listed.
   */
  default Optional<SnapshotDisk> disk(String name) {
    return disks().stream().filter(disk -> disk.name().equals(name)).findFirst();
  }

  /** The same without passwords, as hypervisors show it. */
  default SnapshotDefinition withoutSecrets() {
    return withDomain(domain().map(DomainDefinition::withoutSecrets))
        .withInactiveDomain(inactiveDomain().map(DomainDefinition::withoutSecrets));
  }

  /**
   * Refuses what is always wrong; building and changing does it.
   *
   * @throws InvalidDefinitionException if it says a domain and beside it a UUID
   */
  @Value.Check
  default void checkConsistent() {
    if (domain().isPresent() && domainUuid().isPresent()) {
      throw new InvalidDefinitionException(
          "domainsnapshot/domain/uuid",
          domainUuid().get().toString(),
          "the domain or its UUID, not both");
    }
  }

  /** What the document says beyond this. */
  @Override
  Extras extras();

  /** Makes values. */
  final class Builder extends ImmutableSnapshotDefinition.Builder {
    Builder() {
      extras(Extras.NONE);
    }
  }
}

final class SnapshotDefinitionXml extends XmlMapping<SnapshotDefinition> {

  SnapshotDefinitionXml() {
    super("domainsnapshot");
  }

  @Override
  protected SnapshotDefinition read(XmlIn in) {
    SnapshotDefinition.Builder b = SnapshotDefinition.builder();
    if (in.child("name").text()) b.name(in.value());
    if (in.child("description").text()) b.description(in.value());
    if (in.child("state").text()) b.state(new SnapshotState(in.value()));
    if (in.child("creationTime").longText()) b.creationTime(Instant.ofEpochSecond(in.longValue()));
    XmlIn parent = in.child("parent");
    if (parent.child("name").text()) b.parent(in.value());
    XmlIn memory = in.child("memory");
    if (memory.present()) b.memory(memory.read(SnapshotMemory.XML));
    XmlIn disks = in.child("disks");
    for (XmlIn disksDisk : disks.children("disk")) b.addDisk(disksDisk.read(SnapshotDisk.XML));
    XmlIn revertDisks = in.child("revertDisks");
    for (XmlIn revertDisksDisk : revertDisks.children("disk"))
      b.addRevertDisk(revertDisksDisk.read(SnapshotDisk.XML));
    XmlIn domain = in.child("domain");
    if (domain.attr("type")) {
      b.domain(domain.read(DomainDefinition.XML));
    } else if (domain.childText("uuid")) {
      b.domainUuid(in.uuid());
    }
    XmlIn inactiveDomain = in.child("inactiveDomain");
    if (inactiveDomain.present()) b.inactiveDomain(inactiveDomain.read(DomainDefinition.XML));
    if (in.child("active").zeroOneText()) b.active(in.flag());
    XmlIn cookie = in.child("cookie");
    if (cookie.present()) b.cookie(cookie.elements());
    return b.extras(in.extras()).build();
  }

  @Override
  protected void write(SnapshotDefinition value, String name, XmlOut out) {
    out.begin(name, value.extras());
    out.partText("name", value.name());
    out.partText("description", value.description());
    out.partText("state", value.state());
    out.partText("creationTime", value.creationTime().map(Instant::getEpochSecond));
    out.beginPart("parent");
    out.partText("name", value.parent());
    out.end();
    out.write("memory", SnapshotMemory.XML, value.memory());
    out.beginPart("disks");
    out.writeAll("disk", SnapshotDisk.XML, value.disks());
    out.end();
    out.beginPart("revertDisks");
    out.writeAll("disk", SnapshotDisk.XML, value.revertDisks());
    out.end();
    out.write("domain", DomainDefinition.XML, value.domain());
    out.beginPart("domain");
    out.partText("uuid", value.domainUuid());
    out.end();
    out.write("inactiveDomain", DomainDefinition.XML, value.inactiveDomain());
    out.beginPart("active");
    out.zeroOneText(value.active());
    out.end();
    out.beginPart("cookie");
    for (XmlElement element : value.cookie()) {
      out.raw(element);
    }
    out.end();
    out.end();
  }
}
