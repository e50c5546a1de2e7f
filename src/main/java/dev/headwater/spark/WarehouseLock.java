package dev.headwater.spark;

import dev.headwater.model.Lease;
import dev.headwater.model.Overtaken;
import dev.headwater.model.UserMistake;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.Tasks;

/**
 * Lets one job at a time write to a warehouse.
 *
 * <p>The lock is the only row of the table {@code locks}. Taking, renewing and giving it back are
 * commits that fail if another came before (compare-and-set), so it works wherever the catalog
 * does, and {@code locks} tells anyone who asks. A holder signs every minute. It counts as dead
 * when it has not signed for five minutes, or at once when its process is gone from this machine.
 *
 * <p>The lock spares work; it does not guard the tables. A holder that slept through its lease
 * finds out before it publishes, and the publish itself is a compare-and-set on {@code releases}.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SIGN = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofHours(1);

  /** How often a lock is tried to be given back to a store that fails. */
  private static final int GIVING_BACK = 3;

  /** Linux's name of the process numbers outside any container. */
  private static final String FIRST_NUMBERING = "pid:[4026531836]";

  private static final long LEAST_WAIT_MILLIS = 200;
  private static final long MOST_WAIT_MILLIS = 5_000;

  private final Table locks;
  private final AtomicReference<Lease> mine;
  private final AtomicReference<String> lost = new AtomicReference<>();
  private final ScheduledExecutorService signer;

  private WarehouseLock(Table locks, Lease mine) {
    this.locks = locks;
    this.mine = new AtomicReference<>(mine);
    this.signer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "headwater lock");
              thread.setDaemon(true);
              return thread;
            });
    signer.scheduleWithFixedDelay(this::sign, SIGN.toSeconds(), SIGN.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Takes the warehouse, waiting for whoever holds it.
   *
   * @param job what takes it, told to those who come second
   * @param wait how long to wait; a mistake that names the holder when it is over
   * @param say hears who is waited for, once
   */
  public static WarehouseLock take(
      Warehouse warehouse, String job, Duration wait, Consumer<String> say) {
    return take(warehouse, lease(job), wait, say);
  }

  /** Takes the warehouse for any holder. */
  static WarehouseLock take(
      Warehouse warehouse, Lease wanted, Duration wait, Consumer<String> say) {
    Table locks = warehouse.table(Tables.LOCKS);
    Instant end = Instant.now().plus(wait);
    long pause = LEAST_WAIT_MILLIS;
    String told = null;
    while (true) {
      locks.refresh();
      Optional<Lease> held = Leases.read(locks);
      Optional<String> dead = held.flatMap(WarehouseLock::death);
      if (held.isEmpty() || dead.isPresent()) {
        dead.ifPresent(why -> say.accept("taking over from " + name(held.get()) + ": " + why));
        Lease now = at(wanted, Instant.now());
        if (Leases.replace(locks, now)) {
          Leases.forgetOlder(locks, KEPT);
          return new WarehouseLock(locks, now);
        }
      } else if (Instant.now().isAfter(end)) {
        throw new UserMistake(inUse(warehouse, held.get(), wait));
      } else if (!name(held.get()).equals(told)) {
        told = name(held.get());
        say.accept("waiting for " + told);
      }
      pause(pause);
      pause = Math.min(MOST_WAIT_MILLIS, pause * 2);
    }
  }

  /** Fails if the lock was lost: another job took this one for dead. */
  public void check() {
    sign();
    if (lost.get() != null) {
      throw new Overtaken(
          "This job lost the warehouse: it gave no sign of life for "
              + LEASE.toMinutes()
              + " minutes, and "
              + lost.get()
              + ". Nothing was published; run the same command again.");
    }
  }

  /** Whether no other job has taken the warehouse since. */
  public boolean isHeld() {
    return lost.get() == null;
  }

  @Override
  public void close() {
    signer.shutdownNow();
    synchronized (this) {
      if (lost.get() == null) {
        try {
          Tasks.range(1)
              .retry(GIVING_BACK)
              .exponentialBackoff(100, 1_000, 5_000, 2.0)
              .run(n -> giveBack());
        } catch (RuntimeException ignored) {
          // What the job did is done. The row counts as dead with this process, or with its lease.
        }
      }
    }
  }

  private void giveBack() {
    locks.refresh();
    if (Leases.read(locks).filter(held -> held.isOf(mine.get())).isPresent()) {
      Leases.clear(locks);
    }
  }

  private synchronized void sign() {
    if (lost.get() != null || signer.isShutdown()) {
      return;
    }
    try {
      locks.refresh();
      Optional<Lease> held = Leases.read(locks);
      if (held.filter(other -> other.isOf(mine.get())).isEmpty()) {
        lost.set(held.map(other -> name(other) + " took it").orElse("another job took it"));
        return;
      }
      Lease renewed = mine.get().renewed(Instant.now().truncatedTo(ChronoUnit.MICROS));
      if (Leases.replace(locks, renewed)) {
        mine.set(renewed);
      }
    } catch (RuntimeException ignored) {
      // A store that fails for a moment is tried again at the next sign; the lease outlasts four.
    }
  }

  /** Why a holder is dead; empty where it may be alive. */
  private static Optional<String> death(Lease held) {
    if (held.host().equals(host())) {
      Optional<ProcessHandle> process = ProcessHandle.of(held.pid()).filter(ProcessHandle::isAlive);
      if (process.isEmpty()) {
        return Optional.of("its process is gone");
      }
      Optional<Instant> started = process.get().info().startInstant();
      if (held.processStartedAt() != null
          && started.filter(at -> apart(at, held.processStartedAt())).isPresent()) {
        return Optional.of("its process is gone");
      }
    }
    Duration silent = Duration.between(held.renewedAt(), Instant.now());
    return silent.getSeconds() > held.leaseSeconds()
        ? Optional.of("no sign of life for " + silent.toMinutes() + " minutes")
        : Optional.empty();
  }

  private static boolean apart(Instant one, Instant other) {
    return Duration.between(one, other).abs().toSeconds() > 1;
  }

  private static Lease lease(String job) {
    ProcessHandle process = ProcessHandle.current();
    Instant now = Instant.now();
    return new Lease(
        job,
        host(),
        process.pid(),
        process.info().startInstant().orElse(null),
        now,
        now,
        (int) LEASE.toSeconds());
  }

  private static Lease at(Lease wanted, Instant now) {
    Instant exact = now.truncatedTo(ChronoUnit.MICROS);
    return new Lease(
        wanted.job(),
        wanted.host(),
        wanted.pid(),
        wanted.processStartedAt(),
        exact,
        exact,
        wanted.leaseSeconds());
  }

  private static String inUse(Warehouse warehouse, Lease held, Duration wait) {
    return "Warehouse "
        + warehouse.location()
        + " is in use: "
        + name(held)
        + (wait.isZero()
            ? ""
            : " (waited " + wait.toString().substring(2).toLowerCase(Locale.ROOT) + ")")
        + ". Wait for it with --wait 30m; if it is dead, its hold ends by itself at "
        + held.renewedAt().plusSeconds(held.leaseSeconds()).truncatedTo(ChronoUnit.SECONDS)
        + ".";
  }

  private static String name(Lease held) {
    return held.job()
        + " in process "
        + held.pid()
        + " on "
        + held.host()
        + ", since "
        + held.since().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * The machine as far as its process numbers go: containers that share a host's name number their
   * processes apart, and say so.
   */
  static String host() {
    return hostName() + numbering().map(space -> " " + space).orElse("");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown");
    }
  }

  private static Optional<String> numbering() {
    try {
      String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return space.equals(FIRST_NUMBERING) ? Optional.empty() : Optional.of(space);
    } catch (IOException | UnsupportedOperationException e) {
      // No Linux: one numbering a machine.
      return Optional.empty();
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("Interrupted while waiting for the warehouse. Nothing was done.");
    }
  }
}
