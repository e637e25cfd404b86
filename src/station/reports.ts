import type { ReportDataType } from '../ocpp/generated/messages.ts';
import type { Core } from './core.ts';

/** Sends reports of the device model in as many parts as it takes (B07.FR.10, B08.FR.14). */
export class Reports {
  readonly #core: Core;
  #sending = false;

  constructor(core: Core) {
    this.#core = core;
  }

  /** One report at a time. */
  get sending(): boolean {
    return this.#sending;
  }

  send(requestId: number, report: ReportDataType[]): void {
    this.#sending = true;
    this.#core.activity.start(() =>
      this.#sendParts(requestId, report).finally(() => {
        this.#sending = false;
      }),
    );
  }

  async #sendParts(requestId: number, report: ReportDataType[]): Promise<void> {
    const { config, messages, time } = this.#core;
    const size = config.reportEntriesPerPart;
    for (let seqNo = 0; seqNo * size < report.length; seqNo++) {
      const reportData = report.slice(seqNo * size, (seqNo + 1) * size);
      const tbc = (seqNo + 1) * size < report.length;
      const { kind } = await messages.call('NotifyReport', { requestId, generatedAt: time.timestamp(), seqNo, tbc, reportData }, true);
      if (kind === 'closed') return;
    }
  }
}
