package com.company.erp.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed model: so many clients, each of which asks again as soon as it is answered. */
final class Load {

    private Load() {}

    /** One client, who does the same thing again and again. */
    interface Client extends AutoCloseable {
        void act() throws Exception;

        /** Waits until it acts again; the wait is not measured. */
        default void await() {}

        @Override
        default void close() throws Exception {}
    }

    /** Makes the clients, each in its own thread. */
    interface Clients {
        Client make(int number) throws Exception;
    }

    /** How often in a second, and how long it took in milliseconds. */
    record Result(double perSecond, double p50, double p95, double p99, double max) {

        private static Result of(long[] nanos, double seconds) {
            Arrays.sort(nanos);
            return new Result(nanos.length / seconds, at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), at(nanos, 1));
        }

        private static double at(long[] sorted, double share) {
            if (sorted.length == 0) return 0;
            return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
        }
    }

    static Result run(int clients, double warmUpSeconds, double seconds, Clients maker)
            throws InterruptedException, ExecutionException {
        long begin = System.nanoTime() + (long) (warmUpSeconds * 1e9);
        long end = begin + (long) (seconds * 1e9);
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> futures = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                Callable<List<Long>> work = () -> act(maker, number, begin, end);
                futures.add(threads.submit(work));
            }
            List<Long> all = new ArrayList<>();
            for (var future : futures) all.addAll(future.get());
            return Result.of(all.stream().mapToLong(Long::longValue).toArray(), seconds);
        }
    }

    private static List<Long> act(Clients maker, int number, long begin, long end) throws Exception {
        List<Long> taken = new ArrayList<>();
        try (Client client = maker.make(number)) {
            client.await();
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                client.act();
                long after = System.nanoTime();
                if (now >= begin && after <= end) taken.add(after - now);
                client.await();
            }
        }
        return taken;
    }
}
