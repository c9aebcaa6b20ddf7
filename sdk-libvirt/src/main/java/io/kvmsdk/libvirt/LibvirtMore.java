package io.kvmsdk.libvirt;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt.VirDomainEventCallback;
import org.libvirt.jna.Libvirt.VirFreeCallback;

/**
 * What libvirt-java's own layer lacks, or declares in a way that cannot be used. Signatures are
 * those of {@code libvirt-domain.h}, {@code libvirt-host.h} and {@code virterror.h} of libvirt 9.0
 * and 11.3; {@code unsigned int} is {@code int}, {@code unsigned long} is {@link NativeLong}.
 */
interface LibvirtMore extends Library {

  /** {@code virErrorFunc}; called by whatever thread raises an error. */
  interface ErrorCallback extends Callback {
    void raised(@Nullable Pointer userData, @Nullable Pointer error);
  }

  /** {@code virConnectCloseFunc}. */
  interface CloseCallback extends Callback {
    void closed(@Nullable Pointer connection, int reason, @Nullable Pointer opaque);
  }

  /** {@code virConnectDomainEventCallback}. */
  interface LifecycleCallback extends VirDomainEventCallback {
    int happened(Pointer connection, Pointer domain, int event, int detail, Pointer opaque);
  }

  /** {@code virConnectDomainEventGenericCallback}. */
  interface GenericCallback extends VirDomainEventCallback {
    void happened(Pointer connection, Pointer domain, Pointer opaque);
  }

  /** {@code virConnectDomainEventBalloonChangeCallback}; {@code actual} is in KiB. */
  interface BalloonCallback extends VirDomainEventCallback {
    void happened(Pointer connection, Pointer domain, long actual, Pointer opaque);
  }

  /**
   * {@code virConnectDomainEventDeviceRemovedCallback} and {@code
   * virConnectDomainEventDeviceRemovalFailedCallback}.
   */
  interface DeviceCallback extends VirDomainEventCallback {
    void happened(Pointer connection, Pointer domain, Pointer alias, Pointer opaque);
  }

  void virSetErrorFunc(@Nullable Pointer userData, ErrorCallback handler);

  /** The calling thread's last error, owned by libvirt; null if there is none. */
  @Nullable Pointer virGetLastError();

  void virResetLastError();

  int virConnectRegisterCloseCallback(
      ConnectionPointer connection, CloseCallback callback, Pointer opaque, VirFreeCallback free);

  int virConnectUnregisterCloseCallback(ConnectionPointer connection, CloseCallback callback);

  int virConnectListAllDomains(ConnectionPointer connection, PointerByReference domains, int flags);

  @Nullable DomainPointer virDomainDefineXMLFlags(
      ConnectionPointer connection, String xml, int flags);

  int virDomainGetState(
      DomainPointer domain, IntByReference state, IntByReference reason, int flags);

  int virDomainShutdownFlags(DomainPointer domain, int flags);

  int virDomainDetachDeviceAlias(DomainPointer domain, String alias, int flags);

  int virDomainSetMemoryFlags(DomainPointer domain, NativeLong kibibytes, int flags);

  int virDomainMemoryStats(DomainPointer domain, Pointer stats, int count, int flags);

  int virDomainGetVcpusFlags(DomainPointer domain, int flags);

  int virDomainSetBlockIoTune(
      DomainPointer domain, String disk, Pointer params, int count, int flags);

  int virDomainGetBlockIoTune(
      DomainPointer domain, String disk, @Nullable Pointer params, IntByReference count, int flags);
}
