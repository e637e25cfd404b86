import type { Core } from './core.ts';

/** Tells the CSMS about critical security events, if need be after the next connection (A04.FR.02). */
export class SecurityEvents {
  readonly #core: Core;
  #sending = false;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @param type a security event of the specification's list, such as `StartupOfTheDevice` */
  raise(type: string): void {
    this.#core.persistent.securityEvents.push({ payload: { type, timestamp: this.#core.time.timestamp() }, attempts: 0 });
    this.deliver();
  }

  deliver(): void {
    if (this.#sending) return;
    this.#sending = true;
    this.#core.activity.start(() =>
      this.#deliver().finally(() => {
        this.#sending = false;
      }),
    );
  }

  async #deliver(): Promise<void> {
    const { messages, persistent, config, life } = this.#core;
    for (let [event] = persistent.securityEvents; event && messages.ready; [event] = persistent.securityEvents) {
      const { kind } = await messages.call('SecurityEventNotification', event.payload);
      // An error says that it has arrived, even though the CSMS could not do anything with it.
      if (kind === 'result' || kind === 'error') persistent.securityEvents.shift();
      else if (kind === 'timeout') {
        life.after(config.durations.securityEventRetry, () => this.deliver());
        break;
      }
    }
  }
}
