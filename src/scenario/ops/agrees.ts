import type { Payload } from '../../ocpp/frame.ts';
import type { GetVariablesResponse, ReportDataType } from '../../ocpp/generated/messages.ts';
import type { Dialogue } from '../dialogue.ts';
import { payloadOf } from '../payload.ts';
import type { Line, Operation } from '../script.ts';
import { Inconclusive } from '../verdict.ts';
import { merge } from './parts.ts';

/** `the report agrees with the variables`: what was reported is what GetVariables reads, and write-only values stay secret. */
export class AgreesWithVariables implements Operation {
  readonly line: Line;
  readonly initiates = false;
  readonly needs = 'connection';

  constructor(line: Line) {
    this.line = line;
  }

  async run(dialogue: Dialogue): Promise<void> {
    if (dialogue.sut !== 'station') return;
    const reported = (merge(dialogue.parts.map(payloadOf)).reportData ?? []) as ReportDataType[];
    if (reported.length === 0) throw new Error('no line above receives a report');
    for (const entry of reported) await this.#check(dialogue, entry);
  }

  async #check(dialogue: Dialogue, entry: ReportDataType): Promise<void> {
    const { component, variable, variableAttribute } = entry;
    for (const { type = 'Actual', mutability, value } of variableAttribute) {
      const request: Payload = { getVariableData: [{ component, variable, attributeType: type }] };
      const outcome = await dialogue.gate.unscripted(() => dialogue.flow(dialogue.csms.send('GetVariables', request)));
      if (outcome.kind !== 'result') throw new Inconclusive('GetVariables was not answered with a result');
      const [result] = (outcome.payload as unknown as GetVariablesResponse).getVariableResult;
      const expected = mutability === 'WriteOnly' ? { status: 'Rejected', value: undefined } : { status: 'Accepted', value };
      dialogue.checks++;
      const reads = result?.attributeStatus === expected.status;
      if (reads && (result.attributeValue === expected.value || changesByItself(entry, mutability))) continue;
      dialogue.unmet('report-incomplete', {
        expected: `GetVariables of ${component.name}.${variable.name} reads ${expected.status} ${expected.value ?? ''}`.trim(),
        actual: `it reads ${result?.attributeStatus} ${result?.attributeValue ?? ''}`.trim(),
        entries: dialogue.environment.trace.entries.slice(-1),
        requirement: mutability === 'WriteOnly' ? 'B06.FR.09' : 'B06.FR.10',
      });
    }
  }
}

const MEASURED: ReadonlySet<string> = new Set(['dateTime', 'decimal', 'integer']);

/** What only the station sets, a clock or a meter, need not be what it was when the report was made. */
const changesByItself = ({ variableCharacteristics }: ReportDataType, mutability?: string): boolean =>
  mutability === 'ReadOnly' && MEASURED.has(variableCharacteristics?.dataType ?? '');
