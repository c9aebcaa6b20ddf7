package io.kvmsdk.qmp.direct;

import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.device.MouseMode;
import io.kvmsdk.domain.display.ConnectedPolicy;
import io.kvmsdk.domain.display.Graphics;
import io.kvmsdk.domain.display.GraphicsListen;
import io.kvmsdk.domain.display.ListenType;
import io.kvmsdk.domain.display.Spice;
import io.kvmsdk.domain.display.Vnc;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Graphical consoles. Their passwords are told over QMP: an argument of a process can be read by
 * everybody on the host.
 */
final class GraphicsArguments {

  private static final int FIRST_PORT = 5900;

  private final DomainDefinition live;

  GraphicsArguments(DomainDefinition live) {
    this.live = live;
  }

  /** The definition with a free port for each console that leaves it open. */
  static DomainDefinition withPorts(DomainDefinition definition) {
    return definition.withGraphics(
        DevicePaths.map("graphics", definition.graphics(), GraphicsArguments::withPort));
  }

  private static Graphics withPort(String path, Graphics graphics) {
    if (graphics instanceof Vnc vnc && isOpen(vnc.port(), vnc.autoport(), place(path, vnc))) {
      return vnc.toBuilder().port(FreePort.from(FIRST_PORT, place(path, vnc).address())).build();
    }
    if (graphics instanceof Spice spice
        && isOpen(spice.port(), spice.autoport(), place(path, spice))) {
      return spice.toBuilder()
          .port(FreePort.from(FIRST_PORT, place(path, spice).address()))
          .build();
    }
    return graphics;
  }

  private static boolean isOpen(Optional<Integer> port, Optional<Boolean> auto, Place place) {
    return !place.address().isEmpty() && (auto.orElse(false) || port.orElse(-1) == -1);
  }

  /** Where a console listens: on a socket, at an address, or nowhere where both are empty. */
  private record Place(Optional<String> socket, String address) {
    boolean isNowhere() {
      return socket.isEmpty() && address.isEmpty();
    }
  }

  private static Place place(String path, Vnc vnc) {
    return vnc.socket().isPresent()
        ? new Place(Optional.of(Refusal.absolute(path + "/@socket", vnc.socket().get())), "")
        : place(path, vnc.listens(), vnc.listen());
  }

  private static Place place(String path, Spice spice) {
    return place(path, spice.listens(), spice.listen());
  }

  private static Place place(
      String path, List<GraphicsListen> listens, Optional<String> attribute) {
    if (listens.size() > 1) {
      throw Refusal.unsupported(
          path + "/listen[2]", "QEMU listens in one place", "leave one listen");
    }
    if (listens.isEmpty()) {
      return new Place(Optional.empty(), address(path + "/@listen", attribute));
    }
    GraphicsListen listen = listens.get(0);
    if (listen.type().filter(ListenType.SOCKET::equals).isPresent()) {
      String socket = listen.socket().orElse("");
      return new Place(Optional.of(Refusal.absolute(path + "/listen/@socket", socket)), "");
    }
    if (listen.type().filter(ListenType.NONE::equals).isPresent()) {
      return new Place(Optional.empty(), "");
    }
    Optional<String> own = listen.address().or(() -> attribute);
    if (attribute.isPresent() && !attribute.equals(own)) {
      throw Refusal.invalid(path + "/@listen", attribute.get(), "what its listen says");
    }
    return new Place(Optional.empty(), address(path + "/listen/@address", own));
  }

  private static String address(String path, Optional<String> address) {
    String said = address.filter(it -> !it.isEmpty()).orElse("127.0.0.1");
    if (!said.matches("[A-Za-z0-9.:_-]+")) {
      throw Refusal.invalid(path, said, "an address or name of this host");
    }
    return said;
  }

  void addTo(CommandLine.Builder b) {
    for (int i = 0; i < live.graphics().size(); i++) {
      Graphics graphics = live.graphics().get(i);
      String path = DevicePaths.path("graphics", i, live.graphics().size());
      for (Graphics other : live.graphics().subList(0, i)) {
        if (other.type().equals(graphics.type())) {
          throw Refusal.unsupported(
              path, "QEMU has one console of a type here", "leave one of " + graphics.type());
        }
      }
      if (graphics instanceof Vnc vnc) {
        addVnc(b, path, vnc);
      } else if (graphics instanceof Spice spice) {
        addSpice(b, path, spice);
      } else {
        throw Refusal.unknown(path + "/@type", graphics.type(), "vnc or spice");
      }
    }
  }

  private static void addVnc(CommandLine.Builder b, String path, Vnc vnc) {
    Place place = place(path, vnc);
    String display =
        place.socket().map(socket -> "unix:" + socket).orElseGet(() -> display(path, vnc, place));
    // With its key: else an equals sign of a path would make one.
    OptionText text = OptionText.of("vnc", display);
    vnc.websocket()
        .ifPresent(port -> text.with("websocket", port == -1 ? "on" : Integer.toString(port)));
    text.with("share", vnc.sharePolicy());
    if (vnc.password().isPresent()) {
      text.with("password", true);
    }
    b.option("-vnc", text);
    keymap(b, path, vnc.keymap());
    password(b, path, "vnc", vnc.password(), vnc.passwordValidTo(), vnc.connected());
  }

  private static String display(String path, Vnc vnc, Place place) {
    if (place.isNowhere()) {
      return "none";
    }
    int port = vnc.port().orElse(-1);
    if (port < FIRST_PORT || port > 65535) {
      throw Refusal.invalid(path + "/@port", port, "5900 to 65535, or -1 for one that is free");
    }
    String host = place.address();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + (port - FIRST_PORT);
  }

  private static void addSpice(CommandLine.Builder b, String path, Spice spice) {
    Place place = place(path, spice);
    OptionText text;
    if (place.socket().isPresent()) {
      text = OptionText.of("unix", "on").with("addr", place.socket());
    } else if (place.isNowhere()) {
      text = OptionText.of("port", "0");
    } else {
      int port = spice.port().orElse(-1);
      if (port < 1 || port > 65535) {
        throw Refusal.invalid(path + "/@port", port, "1 to 65535, or -1 for one that is free");
      }
      text = OptionText.of("port", Integer.toString(port)).with("addr", place.address());
    }
    if (spice.password().isEmpty()) {
      text.with("disable-ticketing", true);
    }
    text.with("image-compression", spice.imageCompression());
    text.with("jpeg-wan-compression", spice.jpegCompression());
    text.with("zlib-glz-wan-compression", spice.zlibCompression());
    spice.playbackCompression().ifPresent(on -> text.with("playback-compression", on));
    text.with("streaming-video", spice.streaming());
    disabled(text, "disable-copy-paste", spice.clipboard());
    disabled(text, "disable-agent-file-xfer", spice.fileTransfer());
    spice.mouse().ifPresent(mouse -> text.with("agent-mouse", mouse.equals(MouseMode.CLIENT)));
    b.option("-spice", text.with("seamless-migration", true));
    keymap(b, path, spice.keymap());
    password(b, path, "spice", spice.password(), spice.passwordValidTo(), spice.connected());
  }

  private static void disabled(OptionText text, String key, Optional<Boolean> enabled) {
    if (!enabled.orElse(true)) {
      text.with(key, true);
    }
  }

  private static void keymap(CommandLine.Builder b, String path, Optional<String> keymap) {
    if (keymap.isPresent()) {
      b.option("-k", Refusal.word(path + "/@keymap", keymap.get()));
    }
  }

  private static void password(
      CommandLine.Builder b,
      String path,
      String protocol,
      Optional<String> password,
      Optional<String> validTo,
      Optional<ConnectedPolicy> connected) {
    if (password.isPresent()) {
      QemuJson arguments = QemuJson.object().put("protocol", protocol).put("password", password);
      b.command("set_password", arguments.put("connected", connected.map(ConnectedPolicy::value)));
    }
    if (validTo.isPresent()) {
      String time = Long.toString(seconds(path + "/@passwdValidTo", validTo.get()));
      b.command("expire_password", QemuJson.object().put("protocol", protocol).put("time", time));
    }
  }

  /** libvirt writes it without a zone, and means UTC. */
  private static long seconds(String path, String time) {
    try {
      return LocalDateTime.parse(time).toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw Refusal.invalid(path, time, "a time in UTC such as 2026-04-18T12:30:00");
    }
  }
}
