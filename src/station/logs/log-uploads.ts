import type { GetLogRequest, UploadLogStatusEnumType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { Life } from '../life.ts';
import { upload } from './upload.ts';

/** Seconds between attempts, where the request does not say. */
const RETRY_INTERVAL = 60;

interface Upload {
  readonly request: GetLogRequest;
  readonly life: Life;
}

/** Uploads logs to where the CSMS wants them: use case N01. */
export class LogUploads {
  readonly #core: Core;
  #ongoing: Upload | undefined;

  constructor(core: Core) {
    this.#core = core;
  }

  get busy(): boolean {
    return this.#ongoing !== undefined;
  }

  /** The name of the file with what a request asks for. */
  fileName({ logType, requestId }: GetLogRequest): string {
    return `${logType}-${requestId}.log`;
  }

  /** Carries out a request that was accepted, in place of what is going on (N01.FR.12, N01.FR.20). */
  begin(request: GetLogRequest): void {
    const { clock, life, activity, faults } = this.#core;
    const former = this.#ongoing;
    former?.life.end();
    const uploading: Upload = { request, life: new Life(clock, life) };
    this.#ongoing = uploading;
    activity.start(async () => {
      if (former && !faults.has('cancelled-log-not-told')) await this.#tell('AcceptedCanceled', former.request.requestId);
      await this.#run(uploading);
    });
  }

  /** Says what it is doing (F06.FR.14, F06.FR.15). */
  async trigger(): Promise<void> {
    const requestId = this.#ongoing?.request.requestId;
    const current =
      requestId === undefined || this.#core.faults.has('triggered-log-status-idle')
        ? ({ status: 'Idle' } as const)
        : ({ status: 'Uploading', requestId } as const);
    await this.#core.messages.call('LogStatusNotification', current, true);
  }

  /** Forgets what does not survive a reboot. */
  reboot(): void {
    this.#ongoing = undefined;
  }

  async #run(uploading: Upload): Promise<void> {
    const { request, life } = uploading;
    const { faults } = this.#core;
    if (!faults.has('uploading-not-told')) await this.#tell('Uploading', request.requestId);
    const done = await this.#upload(uploading);
    if (life.over) return;
    this.#ongoing = undefined;
    if (done && faults.has('uploaded-not-told')) return;
    await this.#tell(done || faults.has('failed-log-told-as-uploaded') ? 'Uploaded' : 'UploadFailure', request.requestId);
  }

  /** @returns whether it has succeeded */
  async #upload({ request, life }: Upload): Promise<boolean> {
    const { clock, certificates, config, faults, work } = this.#core;
    const { log, retryInterval = RETRY_INTERVAL } = request;
    const retries = faults.has('failed-log-not-tried-again') ? 0 : (request.retries ?? 0);
    const name = this.fileName(request);
    // N01.FR.21
    const whole = !log.remoteLocation.endsWith('/') || faults.has('log-name-not-in-location');
    const location = whole ? log.remoteLocation : `${log.remoteLocation}${name}`;
    const text = `${request.logType} of ${config.identity}\n`;
    for (let attempt = 0; ; attempt++) {
      if (!(await work.take(attempt === 0 ? config.durations.logUpload : retryInterval, life))) return false;
      if (faults.has('log-never-uploaded')) return true;
      const method = faults.has('log-posted-without-name') ? 'POST' : config.capabilities.uploadMethod;
      const disposition = method === 'POST' && !faults.has('log-posted-without-name') ? { fileName: name } : {};
      const options = { clock, roots: certificates.rootsForFiles, signal: life.signal, method, ...disposition };
      const done = await upload(location, text, options).then(
        () => true,
        () => false,
      );
      if (done || life.over || attempt >= retries) return done;
    }
  }

  async #tell(status: UploadLogStatusEnumType, requestId: number): Promise<void> {
    const other = this.#core.faults.has('log-status-of-other-request') ? requestId + 1 : requestId;
    await this.#core.outbox.send('LogStatusNotification', { status, requestId: other });
  }
}
