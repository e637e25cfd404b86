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
    const { clock, life, activity } = this.#core;
    const former = this.#ongoing;
    former?.life.end();
    const uploading: Upload = { request, life: new Life(clock, life) };
    this.#ongoing = uploading;
    activity.start(async () => {
      if (former) await this.#tell('AcceptedCanceled', former.request.requestId);
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
    await this.#tell('Uploading', request.requestId);
    const done = await this.#upload(uploading);
    if (life.over) return;
    this.#ongoing = undefined;
    await this.#tell(done ? 'Uploaded' : 'UploadFailure', request.requestId);
  }

  /** @returns whether it has succeeded */
  async #upload({ request, life }: Upload): Promise<boolean> {
    const { clock, certificates, config } = this.#core;
    const { log, retries = 0, retryInterval = RETRY_INTERVAL } = request;
    // N01.FR.21
    const location = log.remoteLocation.endsWith('/') ? `${log.remoteLocation}${this.fileName(request)}` : log.remoteLocation;
    const text = `${request.logType} of ${config.identity}\n`;
    for (let attempt = 0; ; attempt++) {
      if (!(await life.wait(attempt === 0 ? config.durations.logUpload : retryInterval))) return false;
      const options = { clock, roots: certificates.csmsRoots(false), signal: life.signal };
      const done = await upload(location, text, options).then(
        () => true,
        () => false,
      );
      if (done || life.over || attempt >= retries) return done;
    }
  }

  async #tell(status: UploadLogStatusEnumType, requestId: number): Promise<void> {
    await this.#core.outbox.send('LogStatusNotification', { status, requestId });
  }
}
