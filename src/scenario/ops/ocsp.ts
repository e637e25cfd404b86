import { SECOND } from '../../time/clock.ts';
import type { Dialogue } from '../dialogue.ts';
import type { OcspResponder } from '../environment.ts';
import type { Line, Operation } from '../script.ts';
import { FeatureError } from '../table.ts';
import { Inconclusive } from '../verdict.ts';

function responderOf({ environment: { ocsp } }: Dialogue): OcspResponder {
  if (!ocsp) throw new Inconclusive('there is an OCSP responder only for a CSMS under test');
  return ocsp;
}

/** `the OCSP responder knows the contract as {status}` */
export class SetsRevocation implements Operation {
  readonly line: Line;
  readonly needs = 'running';
  readonly initiates = false;
  readonly #status: OcspResponder['status'];

  constructor(line: Line, status: string) {
    if (status !== 'good' && status !== 'revoked' && status !== 'unknown')
      throw new FeatureError(line.source, `"${status}" is nothing that an OCSP responder says: good, revoked or unknown`);
    this.line = line;
    this.#status = status;
  }

  async run(dialogue: Dialogue): Promise<void> {
    responderOf(dialogue).status = this.#status;
  }
}

/** `the CSMS has asked the OCSP responder about the contract`: about the contract certificate itself. */
export class HasAsked implements Operation {
  readonly line: Line;
  readonly needs = 'connection';
  readonly initiates = false;

  constructor(line: Line) {
    this.line = line;
  }

  async run(dialogue: Dialogue): Promise<void> {
    const { asked } = responderOf(dialogue);
    const { clock, settings } = dialogue.environment;
    dialogue.checks++;
    const found = () => (asked.has(0) ? true : undefined);
    if (await dialogue.until(found, clock.now() + settings.timeouts.reply * SECOND)) return;
    dialogue.unmet('message-missing', {
      expected: 'the CSMS asks the OCSP responder about the contract certificate',
      actual: 'the responder got no valid question about it',
    });
  }
}
