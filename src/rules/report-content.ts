import type { ReportDataType, VariableAttributeType } from '../ocpp/generated/messages.ts';
import type { Code } from './catalogue.ts';
import { finding } from './finding.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerStation, remember } from './state.ts';
import { requestIn } from './violations.ts';

interface Fault {
  code: Code;
  expected: string;
  actual: string;
  pointer: string;
}

const LISTS: ReadonlySet<string> = new Set(['OptionList', 'MemberList', 'SequenceList']);
const CHARACTERIZED: Readonly<Record<string, string>> = { FullInventory: 'B07.FR.08', ConfigurationInventory: 'B07.FR.07' };
const MOST_REPORTS = 100;
const MOST_PER_FRAME = 10;

/** What a device model report says of each variable (B07, B08 and VariableCharacteristicsType). */
export const reportContent: Rule = (report) => {
  /** Requirements that ask for characteristics, by request id. */
  const stations = new PerStation(() => new Map<number, string | undefined>());
  return {
    messages: ['GetBaseReport', 'GetReport', 'NotifyReport'],
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind !== 'frame' || entry.decoded.frame?.type !== 'CALL') return;
      if (entry.from === 'csms') {
        const base = requestIn(entry, 'GetBaseReport');
        const custom = base ? undefined : requestIn(entry, 'GetReport');
        if (base) remember(stations.of(entry), base.requestId, CHARACTERIZED[base.reportBase], MOST_REPORTS);
        else if (custom) remember(stations.of(entry), custom.requestId, 'B08.FR.12', MOST_REPORTS);
        return;
      }
      const part = requestIn(entry, 'NotifyReport');
      if (!part || entry.deliberate) return;
      const requirement = stations.of(entry).get(part.requestId);
      let count = 0;
      for (const [position, data] of (part.reportData ?? []).entries()) {
        for (const fault of faultsOf(data, `/reportData/${position}`, requirement !== undefined)) {
          if (++count > MOST_PER_FRAME) return;
          const { code, expected, pointer } = fault;
          const actual = `${fault.actual} for ${data.component.name}.${data.variable.name}`;
          const because = code === 'report-characteristics' && requirement ? { requirement } : {};
          report(finding(code, { party: 'station', expected, actual, pointer, entries: [entry], ...because }));
        }
      }
    },
  };
};

function faultsOf(data: ReportDataType, pointer: string, characterized: boolean): Fault[] {
  const faults: Fault[] = [];
  const characteristics = data.variableCharacteristics;
  const { dataType, valuesList = '' } = characteristics ?? {};
  const isList = dataType !== undefined && LISTS.has(dataType);
  if (!characteristics && characterized) {
    const expected = 'the characteristics of every variable';
    faults.push({ code: 'report-characteristics', expected, actual: 'none', pointer: `${pointer}/variableCharacteristics` });
  }
  if (isList && valuesList.trim() === '') {
    const at = `${pointer}/variableCharacteristics/valuesList`;
    faults.push({
      code: 'report-values-list',
      expected: `the possible values of the ${dataType}`,
      actual: quote(characteristics?.valuesList),
      pointer: at,
    });
  }
  for (const [position, attribute] of data.variableAttribute.entries()) {
    const at = `${pointer}/variableAttribute/${position}/value`;
    if (!attribute.value) continue;
    if (attribute.mutability === 'WriteOnly') {
      const actual = `a value of ${attribute.value.length} characters`;
      faults.push({ code: 'report-writeonly-value', expected: 'no value, as it is WriteOnly', actual, pointer: at });
    } else if (isList && valuesList.trim() !== '' && !isAmong(attribute, valuesList, dataType === 'OptionList')) {
      const expected = `${dataType === 'OptionList' ? 'one' : 'some'} of ${valuesList}`;
      faults.push({ code: 'report-value-outside-list', expected, actual: quote(attribute.value), pointer: at });
    }
  }
  return faults;
}

/** Whether a value consists of values in the list; only one of them, if it is an option. */
function isAmong({ type = 'Actual', value = '' }: VariableAttributeType, valuesList: string, option: boolean): boolean {
  if (type !== 'Actual' && type !== 'Target') return true;
  const list = new Set(split(valuesList));
  return option ? list.has(value.trim().toLowerCase()) : split(value).every((item) => item === '' || list.has(item));
}

const split = (list: string): string[] => list.split(',').map((item) => item.trim().toLowerCase());
