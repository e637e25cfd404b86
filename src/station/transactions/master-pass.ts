import type { IdTokenType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import type { Evse } from '../evses.ts';
import type { Session } from './session.ts';

/** Somebody with a master pass stops what others have started: use case C16. */
export class MasterPass {
  readonly #core: Core;
  /** Whose choice the display waits for. */
  #chooser: IdTokenType | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Asks what to stop (C16.FR.01); a station that cannot ask stops whatever is going on (C16.FR.02). */
  present(idToken: IdTokenType): void {
    if (this.#core.faults.has('master-pass-stops-nothing')) return;
    this.#chooser = idToken;
    if (!this.#core.config.capabilities.masterPassMenu) this.stopAll();
  }

  stopAll(): void {
    this.#stop(this.#core.transactions.all);
  }

  stop(evse: Evse): void {
    const { faults, transactions } = this.#core;
    this.#stop(faults.has('master-pass-stops-too-much') ? transactions.all : [transactions.session(evse)]);
  }

  #stop(sessions: readonly Session[]): void {
    const idToken = this.#chooser;
    this.#chooser = undefined;
    if (!idToken) return;
    const { faults, transactions } = this.#core;
    const reason = faults.has('master-pass-without-reason') ? 'Local' : 'MasterPass';
    const authorized = sessions.filter((session) => session.authorized);
    const stopped = faults.has('master-pass-stops-one') ? authorized.slice(0, 1) : authorized;
    for (const session of stopped) transactions.stopped(session, reason, { idToken });
  }
}
