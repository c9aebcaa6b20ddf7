package io.kvmsdk.call;

import java.util.UUID;

/**
 * Which domain: its UUID decides, its name is for people.
 *
 * @param uuid the domain's UUID
 * @param name its name when it was looked up; it may have been renamed since
 */
public record DomainRef(UUID uuid, String name) {

  @Override
  public String toString() {
    return "domain " + name;
  }
}
