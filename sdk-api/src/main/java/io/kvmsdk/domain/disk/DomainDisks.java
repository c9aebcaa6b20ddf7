package io.kvmsdk.domain.disk;

import io.kvmsdk.call.Apply;
import io.kvmsdk.call.DomainCall;
import io.kvmsdk.call.DomainRef;
import io.kvmsdk.call.FeatureProbe;
import io.kvmsdk.capability.Feature;
import java.time.Duration;

/** The disks of one domain. Inert and thread-safe. */
public final class DomainDisks {

  private final DiskBackend backend;
  private final FeatureProbe probe;
  private final DomainRef domain;
  private final Duration timeout;

  /** Made by {@code Domain.disks()}. */
  public DomainDisks(DiskBackend backend, FeatureProbe probe, DomainRef domain, Duration timeout) {
    this.backend = backend;
    this.probe = probe;
    this.domain = domain;
    this.timeout = timeout;
  }

  /**
   * Adds a disk (libvirt's {@code virDomainAttachDeviceFlags}; QMP's {@code blockdev-add} and
   * {@code device_add}).
   *
   * <p>Returns when the machine has it; the guest sees it at its own pace. A failure leaves neither
   * device nor block node behind. On a {@code q35} machine a spare {@code pcie-root-port} is needed
   * for each virtio disk.
   *
   * @param disk the disk; its target must be free
   * @param apply the running machine, its definition, or both
   * @throws io.kvmsdk.error.AlreadyExistsException if the target is taken; nothing was changed
   * @throws io.kvmsdk.error.InvalidDefinitionException if the disk's source is not there or of
   *     another format; nothing was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.ResourcesExhaustedException if the machine has no free slot for it;
   *     nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link DiskFeatures#HOT_ATTACH} or
   *     {@link DiskFeatures#CONFIG} cannot be had
   */
  public void attach(Disk disk, Apply apply) {
    DomainCall call = checked("domain.disk.attach", DiskFeatures.HOT_ATTACH, apply);
    backend.attach(call, disk, apply);
  }

  /**
   * Takes a disk away (libvirt's {@code virDomainDetachDeviceFlags}; QMP's {@code device_del} and
   * {@code blockdev-del}).
   *
   * <p>Returns when the guest has let go of it and its image is closed, or the timeout passed: then
   * the disk is still there, and the guest may let go of it yet.
   *
   * @param target the disk's target, such as {@code vdb}
   * @param apply the running machine, its definition, or both
   * @throws io.kvmsdk.error.NotFoundException if there is no such disk; nothing was changed
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.OperationFailedException if the guest says that it will not let go;
   *     nothing was changed
   * @throws io.kvmsdk.error.TimedOutException if the guest did not let go in time; the disk is
   *     still there
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link DiskFeatures#HOT_DETACH} or
   *     {@link DiskFeatures#CONFIG} cannot be had
   */
  public void detach(String target, Apply apply) {
    DomainCall call = checked("domain.disk.detach", DiskFeatures.HOT_DETACH, apply);
    backend.detach(call, target, apply);
  }

  /**
   * The limits that a disk is under now, or will be at the next start of a machine that is off;
   * {@link IoTune#NONE} where there are none.
   *
   * @param target the disk's target, such as {@code vda}
   * @throws io.kvmsdk.error.NotFoundException if there is no such disk
   */
  public IoTune throttling(String target) {
    return backend.throttling(call("domain.disk.throttling"), target);
  }

  /**
   * Limits a disk's throughput (libvirt's {@code virDomainSetBlockIoTune}, QMP's {@code
   * block_set_io_throttle}).
   *
   * <p>The limits replace all earlier ones: one that is absent is lifted, {@link IoTune#NONE} lifts
   * all. Total and read or write limits of one kind exclude each other.
   *
   * @param target the disk's target, such as {@code vda}
   * @param limits in bytes a second and requests a second, 0 to 10^15 each
   * @param apply the running machine, its definition, or both
   * @throws io.kvmsdk.error.NotFoundException if there is no such disk; nothing was changed
   * @throws io.kvmsdk.error.InvalidDefinitionException if limits exclude each other; nothing was
   *     changed or sent
   * @throws io.kvmsdk.error.InvalidStateException if {@code apply} means a running machine and it
   *     is off; nothing was changed
   * @throws io.kvmsdk.error.UnsupportedFeatureException if {@link DiskFeatures#THROTTLE} or {@link
   *     DiskFeatures#CONFIG} cannot be had
   */
  public void throttle(String target, IoTune limits, Apply apply) {
    DomainCall call = checked("domain.disk.throttle", DiskFeatures.THROTTLE, apply);
    limits.checkConsistent();
    backend.throttle(call, target, limits, apply);
  }

  private DomainCall checked(String operation, Feature live, Apply apply) {
    DomainCall call = call(operation);
    if (apply.live()) {
      probe.require(call, live);
    }
    if (apply.config()) {
      probe.require(call, DiskFeatures.CONFIG);
    }
    return call;
  }

  private DomainCall call(String operation) {
    return DomainCall.within(timeout, operation, domain);
  }
}
