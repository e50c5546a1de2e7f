package dev.headwater.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * Watches the heap of this process while something runs.
 *
 * <p>Two figures: the <em>peak</em>, which is the sum of the heap pools' own peaks, garbage
 * included, and so says more of the heap's limit than of the need; and what was <em>live</em>, the
 * most that any collection left behind.
 */
public final class MemoryWatch implements AutoCloseable {
  private final AtomicLong live = new AtomicLong();
  private final List<NotificationEmitter> emitters = new ArrayList<>();
  private final NotificationListener listener = (notice, handback) -> note(notice.getUserData());

  /** Begins to watch: earlier peaks are forgotten. */
  public MemoryWatch() {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener(listener, null, null);
        emitters.add(emitter);
      }
    }
  }

  /** Sum of the peaks of the heap's pools since the watch began, in bytes. */
  public long peakBytes() {
    return pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  /** Most bytes of heap that any collection left since the watch began; 0 if there was none. */
  public long liveBytes() {
    return live.get();
  }

  @Override
  public void close() {
    for (NotificationEmitter emitter : emitters) {
      try {
        emitter.removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException("The watch of the heap was closed twice", e);
      }
    }
  }

  private void note(Object data) {
    if (data instanceof CompositeData composite) {
      Map<String, MemoryUsage> after =
          GarbageCollectionNotificationInfo.from(composite).getGcInfo().getMemoryUsageAfterGc();
      long used = 0;
      for (MemoryPoolMXBean pool : pools()) {
        MemoryUsage usage = after.get(pool.getName());
        used += usage == null ? 0 : usage.getUsed();
      }
      live.accumulateAndGet(used, Math::max);
    }
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
