import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What `/metrics` tells, in the names of OpenTelemetry where it has one. */
export class Metrics {
  #registry = new Registry();
  #operations = this.#histogram(
    'missionbrief_router_operation_duration_seconds',
    'Operations by type and first error code.',
    ['type', 'outcome'],
  );
  #requests = this.#histogram(
    'missionbrief_router_subgraph_duration_seconds',
    'Requests to subgraphs by first error code.',
    ['subgraph', 'outcome'],
  );
  #reloads = this.#counter('missionbrief_router_supergraph_reloads_total', 'Supergraphs taken up or refused.', [
    'outcome',
  ]);

  /** @param {{ subscriptions: () => number, sockets: () => number }} sources read when the metrics are */
  constructor({ subscriptions, sockets }) {
    collectDefaultMetrics({ register: this.#registry });
    this.#gauge('missionbrief_router_subscriptions', 'Subscriptions that run.', subscriptions);
    this.#gauge('missionbrief_router_sockets', 'WebSockets of clients.', sockets);
  }

  /** @returns {(type: string, outcome: string) => void} to be called when the operation is done */
  operation() {
    const timer = this.#operations.startTimer();
    return (type, outcome) => timer({ type, outcome });
  }

  /** @returns {(outcome: string) => void} to be called when the answer is there */
  subgraphRequest(subgraph) {
    const timer = this.#requests.startTimer({ subgraph });
    return (outcome) => timer({ outcome });
  }

  /** @param {'taken' | 'refused'} outcome */
  reload(outcome) {
    this.#reloads.inc({ outcome });
  }

  get contentType() {
    return this.#registry.contentType;
  }

  /** @returns {Promise<string>} in Prometheus' text format */
  text() {
    return this.#registry.metrics();
  }

  #histogram(name, help, labelNames) {
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [this.#registry] });
  }

  #gauge(name, help, source) {
    new Gauge({
      name,
      help,
      registers: [this.#registry],
      collect() {
        this.set(source());
      },
    });
  }

  #counter(name, help, labelNames) {
    return new Counter({ name, help, labelNames, registers: [this.#registry] });
  }
}
