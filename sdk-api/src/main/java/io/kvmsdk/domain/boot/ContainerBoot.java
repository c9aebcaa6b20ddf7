package io.kvmsdk.domain.boot;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the first process of a container is started, of an {@link Os} of type {@link OsType#EXE}.
 *
 * @see <a href="https://libvirt.org/formatdomain.html#container-boot">libvirt: Container boot</a>
 */
public interface ContainerBoot {

  /** The absolute path of its program within the container. */
  Optional<String> init();

  /** Its arguments. */
  @Value.Redacted
  List<String> initArgs();

  /** Its environment variables. */
  List<ContainerVariable> initVariables();

  /** The folder in which it starts; absent means the root folder. */
  Optional<String> initDirectory();

  /**
   * The user that it runs as, by name, or by number with {@code +} before it; absent means root. To
   * be said together with {@link #initGroup}.
   */
  Optional<String> initUser();

  /** The group that it runs as, like {@link #initUser}. */
  Optional<String> initGroup();
}
