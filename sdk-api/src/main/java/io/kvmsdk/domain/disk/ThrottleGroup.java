package io.kvmsdk.domain.disk;

import io.kvmsdk.error.InvalidDefinitionException;
import io.kvmsdk.internal.style.ValueStyle;
import io.kvmsdk.xml.Strictness;
import io.kvmsdk.xml.XmlIn;
import io.kvmsdk.xml.XmlMapping;
import io.kvmsdk.xml.XmlOut;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Limits that disks of a domain share, which name the group among their {@link
 * Disk#throttleFilters()}. Since libvirt 11.2.0.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#disk-throttle-group-management">libvirt: Disk
 *     Throttle Group Management</a>
 */
@Value.Immutable
@ValueStyle
public interface ThrottleGroup extends WithThrottleGroup {

  /** How it is read and written. */
  XmlMapping<ThrottleGroup> XML = new ThrottleGroupXml();

  /** A group of that name with such limits. */
  static ThrottleGroup of(String name, IoTune limits) {
    return builder().name(name).limits(limits).build();
  }

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with the values of this one. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** What {@code <throttlegroup>} says, keeping what has no name here. */
  static ThrottleGroup fromXml(String xml) {
    return fromXml(xml, Strictness.LENIENT);
  }

  /** What {@code <throttlegroup>} says. */
  static ThrottleGroup fromXml(String xml, Strictness strictness) {
    return XML.parse(xml, strictness);
  }

  /** The value as {@code <throttlegroup>}. */
  default String toXml() {
    return XML.format(this);
  }

  /** The name of the group, by which disks refer to it. */
  String name();

  /**
   * The limits, which the disks of the group share; what the document says beyond them is in their
   * {@link IoTune#extras()}. They name no group of their own.
   */
  IoTune limits();

  /**
   * Refuses a group without a name, or limits that name another one.
   *
   * @throws InvalidDefinitionException if the name is empty or stands in the limits as well
   */
  @Value.Check
  default void checkConsistent() {
    if (name().isBlank()) {
      throw new InvalidDefinitionException("throttlegroup/group_name", name(), "a name");
    }
    if (limits().groupName().isPresent()) {
      throw new InvalidDefinitionException(
          "throttlegroup/group_name", limits().groupName().get(), "only the name of the group");
    }
  }

  /** Makes groups. */
  final class Builder extends ImmutableThrottleGroup.Builder {
    Builder() {}
  }
}

final class ThrottleGroupXml extends XmlMapping<ThrottleGroup> {

  ThrottleGroupXml() {
    super("throttlegroup");
  }

  @Override
  protected ThrottleGroup read(XmlIn in) {
    IoTune limits = limits(in);
    Optional<String> name = limits.groupName();
    if (name.isEmpty()) throw in.missing("group_name");
    return ThrottleGroup.of(name.get(), limits.withGroupName(Optional.empty()));
  }

  private static IoTune limits(XmlIn in) {
    try {
      return in.read(IoTune.XML);
    } catch (InvalidDefinitionException e) {
      String limit = e.path().startsWith("iotune/") ? in.path() + e.path().substring(6) : e.path();
      throw new InvalidDefinitionException(limit, e.value(), e.expected());
    }
  }

  @Override
  protected void write(ThrottleGroup value, String name, XmlOut out) {
    out.write(name, IoTune.XML, value.limits().withGroupName(value.name()));
  }
}
