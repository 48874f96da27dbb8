/** What is measured, for Prometheus. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/database.ts';

const DURATIONS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export type Metrics = {
  readonly registry: Registry;
  /** Requests by method, route as it is written in the contract, and status. */
  readonly http: Histogram<'method' | 'route' | 'status'>;
  /** Jobs by task and how they ended: done, retried, failed. */
  readonly jobs: Counter<'task' | 'how'>;
  /** Rows of the ledger that the watcher changed because time had passed. */
  readonly obligations: Counter;
};

/** Opens the measures of one process. `lagSeconds` says how long the longest waiting deadline has been due. */
export function openMetrics({ pool }: Database, lagSeconds: () => Promise<number | undefined>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const connections = new Gauge({
    name: 'tamarack_database_connections',
    help: 'Connections of the pool, by what they do; waiting are requests for one.',
    labelNames: ['state'],
    registers: [],
    collect() {
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const lag = new Gauge({
    name: 'tamarack_watcher_lag_seconds',
    help: 'How long the longest waiting deadline has been due without being looked at; -1 where the database is away.',
    registers: [],
    async collect() {
      this.set((await lagSeconds().catch(() => -1)) ?? 0);
    },
  });
  registry.registerMetric(connections);
  registry.registerMetric(lag);
  return {
    registry,
    http: new Histogram({
      name: 'tamarack_http_request_duration_seconds',
      help: 'How long requests took.',
      labelNames: ['method', 'route', 'status'],
      buckets: DURATIONS,
      registers,
    }),
    jobs: new Counter({
      name: 'tamarack_jobs_total',
      help: 'Jobs that ended, by task and how.',
      labelNames: ['task', 'how'],
      registers,
    }),
    obligations: new Counter({
      name: 'tamarack_obligations_marked_total',
      help: 'Rows of the ledger that changed because time had passed.',
      registers,
    }),
  };
}
