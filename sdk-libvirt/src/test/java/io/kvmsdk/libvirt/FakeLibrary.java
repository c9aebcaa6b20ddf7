package io.kvmsdk.libvirt;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.Libvirt.VirFreeCallback;

/** A libvirt whose connections open, hang and break as the test wants. */
final class FakeLibrary implements InvocationHandler {

  /** Pointers that are open. */
  final Set<Long> open = ConcurrentHashMap.newKeySet();

  /** What was done wrong with pointers. */
  final List<String> misuse = new CopyOnWriteArrayList<>();

  final AtomicInteger opened = new AtomicInteger();
  volatile boolean refuses;
  volatile @Nullable CountDownLatch openingHangs;

  private final AtomicLong numbers = new AtomicLong(1000);
  private final Set<Long> dead = ConcurrentHashMap.newKeySet();
  private final Map<Long, LibvirtMore.CloseCallback> closeCallbacks = new ConcurrentHashMap<>();
  private final Map<Long, List<Runnable>> frees = new ConcurrentHashMap<>();
  private final Memory error = new Memory(80);
  private final Memory message = new Memory(64);

  final NativeLibrary library =
      new NativeLibrary(proxy(Libvirt.class), proxy(LibvirtMore.class), Optional.empty());

  FakeLibrary() {
    error.clear();
    message.setString(0, "a fake's error", "UTF-8");
    error.setInt(NativeError.CODE_OFFSET, ErrorCodes.SYSTEM_ERROR);
    error.setPointer(NativeError.MESSAGE_OFFSET, message);
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }

  /** A daemon that goes: all connections are dead, and say so. */
  void breakAll() {
    dead.addAll(open);
    Map.copyOf(closeCallbacks).forEach((pointer, callback) -> callback.closed(null, 1, null));
  }

  @Override
  public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object[] a = arguments == null ? new Object[0] : arguments;
    return switch (method.getName()) {
      case "virConnectOpen" -> open();
      case "virConnectClose" -> close(pointer(a[0]));
      case "virConnectIsAlive" -> dead.contains(pointer(a[0])) ? 0 : 1;
      case "virConnectSetKeepAlive" -> used(a[0]);
      case "virConnectRegisterCloseCallback" -> {
        closeCallbacks.put(pointer(a[0]), (LibvirtMore.CloseCallback) a[1]);
        onClose(a[0], a[2], a[3]);
        yield used(a[0]);
      }
      case "virConnectUnregisterCloseCallback" -> {
        closeCallbacks.remove(pointer(a[0]));
        yield used(a[0]);
      }
      case "virConnectDomainEventRegisterAny" -> {
        onClose(a[0], a[4], a[5]);
        used(a[0]);
        yield (int) numbers.incrementAndGet();
      }
      case "virConnectDomainEventDeregisterAny" -> used(a[0]);
      case "virGetLastError" -> error;
      case "toString" -> "fake libvirt";
      case "hashCode" -> System.identityHashCode(this);
      case "equals" -> self == a[0];
      default -> throw new IllegalStateException("the fake has no " + method.getName());
    };
  }

  private @Nullable ConnectionPointer open() throws InterruptedException {
    CountDownLatch gate = openingHangs;
    if (gate != null) {
      gate.await();
    }
    if (refuses) {
      return null;
    }
    long number = numbers.incrementAndGet();
    open.add(number);
    opened.incrementAndGet();
    ConnectionPointer pointer = new ConnectionPointer();
    pointer.setPointer(Pointer.createConstant(number));
    return pointer;
  }

  private int close(long pointer) {
    if (!open.remove(pointer)) {
      misuse.add("closed twice: " + pointer);
    }
    List<Runnable> callbacks = frees.remove(pointer);
    if (callbacks != null) {
      callbacks.forEach(Runnable::run);
    }
    return 0;
  }

  private void onClose(Object pointer, Object opaque, Object free) {
    frees
        .computeIfAbsent(pointer(pointer), p -> new ArrayList<>())
        .add(() -> ((VirFreeCallback) free).freeCallback((Pointer) opaque));
  }

  private int used(Object pointer) {
    if (!open.contains(pointer(pointer))) {
      misuse.add("used after it was closed: " + pointer);
    }
    return 0;
  }

  private static long pointer(Object pointer) {
    return Pointer.nativeValue(((ConnectionPointer) pointer).getPointer());
  }
}
