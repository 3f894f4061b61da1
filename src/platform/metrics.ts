import type { Registry } from 'prom-client';
import type { DueSource } from './due.ts';
import type { Outbox } from './outbox.ts';

export type Metrics = { text(): Promise<{ type: string; text: string }> };

/** Prometheus text: what is owed and when the next thing falls due, read from the database at every scrape. */
export function createMetrics(outbox: Pick<Outbox, 'owed'>, sources: readonly DueSource[]): Metrics {
  let made: Promise<Registry> | undefined;
  return {
    text: async () => {
      made ??= registryOf(outbox, sources);
      const registry = await made;
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}

async function registryOf(outbox: Pick<Outbox, 'owed'>, sources: readonly DueSource[]): Promise<Registry> {
  const { Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  new Gauge({
    name: 'retainer_owed',
    help: 'Effects and due steps not yet done',
    registers: [registry],
    async collect() {
      const counts = await Promise.all([outbox.owed(), ...sources.map((source) => source.owed())]);
      this.set(counts.reduce((a, b) => a + b, 0));
    },
  });
  new Gauge({
    name: 'retainer_next_due_timestamp_seconds',
    help: 'Business time of the next planned thing, 0 when nothing is planned',
    registers: [registry],
    async collect() {
      const dues = (await Promise.all(sources.map((source) => source.nextAt()))).filter((due) => due !== undefined);
      this.set(dues.length > 0 ? Math.min(...dues.map((due) => due.getTime())) / 1000 : 0);
    },
  });
  return registry;
}
