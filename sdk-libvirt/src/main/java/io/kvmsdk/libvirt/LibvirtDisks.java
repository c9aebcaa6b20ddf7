package io.kvmsdk.libvirt;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.domain.definition.DomainDefinition;
import io.kvmsdk.domain.disk.Disk;
import io.kvmsdk.domain.disk.DiskBackend;
import io.kvmsdk.domain.disk.DiskBus;
import io.kvmsdk.domain.disk.IoTune;
import io.kvmsdk.error.NotFoundException;
import java.util.Map;

/** Disks that come and go, and {@code virDomainSetBlockIoTune}. */
final class LibvirtDisks implements DiskBackend {

  private final LibvirtCalls calls;
  private final DevicePlug plug;

  LibvirtDisks(LibvirtCalls calls, DevicePlug plug) {
    this.calls = calls;
    this.plug = plug;
  }

  @Override
  public void attach(DomainCall call, Disk disk, Apply apply) {
    String target = disk.target();
    boolean isPci = disk.bus().map(DiskBus.VIRTIO::equals).orElse(target.startsWith("vd"));
    plug.attach(call, disk, spec(target, isPci), apply);
  }

  @Override
  public void detach(DomainCall call, String target, Apply apply) {
    plug.detach(call, spec(target, false), apply);
  }

  private static DevicePlug.Spec spec(String target, boolean isPci) {
    return new DevicePlug.Spec(
        "disk " + target, "disk/source", isPci, definition -> definition.disk(target));
  }

  @Override
  public IoTune throttling(DomainCall call, String target) {
    return calls.read(
        call,
        domain -> {
          Disk disk = find(call, domain, 0, target);
          return IoTuneParams.read(
              domain.blockIoTune(target, NativeDomain.AFFECT_CURRENT),
              disk.ioTune().flatMap(IoTune::groupName));
        });
  }

  @Override
  public void throttle(DomainCall call, String target, IoTune limits, Apply apply) {
    Map<String, Object> params = IoTuneParams.of(limits);
    calls.read(
        call,
        domain -> {
          Applying.require(call, domain, apply);
          if (apply.live()) {
            find(call, domain, 0, target);
          }
          if (apply.config()) {
            find(call, domain, NativeDomain.XML_INACTIVE, target);
          }
          return true;
        });
    Applying.each(
        call,
        apply,
        () -> calls.change(call, d -> d.setBlockIoTune(target, params, NativeDomain.AFFECT_LIVE)),
        () ->
            calls.change(call, d -> d.setBlockIoTune(target, params, NativeDomain.AFFECT_CONFIG)));
  }

  private static Disk find(DomainCall call, NativeDomain domain, int xmlFlags, String target)
      throws NativeFailure {
    return DomainDefinition.fromXml(domain.xml(xmlFlags))
        .disk(target)
        .orElseThrow(() -> new NotFoundException(call.context(), "there is no disk " + target));
  }
}
