import { describe, it } from 'vitest';
import { besides, call, changed, silentAbout, withErrorCode, withIds, without } from './defects.ts';
import type { CsmsDefect } from './ocpp-rpc-csms.ts';
import type { StationDefect } from './ocpp-rpc-station.ts';
import { IMPATIENT, testCsms, testStation } from './runs.ts';

interface Planted<Defect> {
  defect: Defect;
  case: string;
  /** The code of the rule or expectation that is meant for it. */
  code: string;
  config?: object;
}

const TO_NOBODY = '[3,"nobody-asked",{}]';

const OF_STATIONS: Record<string, Planted<StationDefect>> = {
  'uses one message id for everything': { defect: withIds(() => 'the-same'), case: 'TC_B_01_CS', code: 'message-id-reused' },
  'uses ids of 37 characters': { defect: withIds((id) => id.padEnd(37, 'x')), case: 'TC_B_01_CS', code: 'frame-message-id-length' },
  'answers what nobody has asked': {
    defect: besides('StatusNotification', () => [TO_NOBODY]),
    case: 'TC_B_01_CS',
    code: 'answer-unexpected',
  },
  'sends a CALL while another one is open': {
    defect: besides('StatusNotification', () => [call('Heartbeat', {})]),
    case: 'TC_B_01_CS',
    code: 'call-concurrent',
  },
  'leaves out a required field': {
    defect: changed('StatusNotification', without('connectorStatus')),
    case: 'TC_B_01_CS',
    code: 'request-schema',
  },
  'invents a value': {
    defect: changed('StatusNotification', (payload) => ({ ...payload, connectorStatus: 'Free' })),
    case: 'TC_B_01_CS',
    code: 'request-schema',
  },
  'blames a request that it does not know': { defect: withErrorCode('FormatViolation'), case: 'OS_R_01_CS', code: 'reply-error-code' },
  'does not answer': { defect: silentAbout('GetVariables'), case: 'TC_B_06_CS', code: 'answer-missing', config: IMPATIENT },
  'offers no subprotocol when it connects again': {
    defect: { offers: [] },
    case: 'TC_B_01_CS',
    code: 'subprotocol-not-offered',
    config: IMPATIENT,
  },
  'numbers the parts of a report out of order': {
    defect: changed('NotifyReport', (payload) => ({ ...payload, seqNo: Number(payload.seqNo) ^ 1 })),
    case: 'TC_B_13_CS',
    code: 'report-seqno',
  },
};

const OF_CSMSS: Record<string, Planted<CsmsDefect>> = {
  'uses one message id for everything': { defect: withIds(() => 'the-same'), case: 'TC_B_18_CSMS', code: 'message-id-reused' },
  'uses ids of 37 characters': { defect: withIds((id) => id.padEnd(37, 'x')), case: 'TC_B_20_CSMS', code: 'frame-message-id-length' },
  'answers what nobody has asked': { defect: besides('CALLRESULT', () => [TO_NOBODY]), case: 'TC_B_01_CSMS', code: 'answer-unexpected' },
  'sends a CALL while another one is open': {
    defect: besides('Reset', () => [call('GetLocalListVersion', {})]),
    case: 'TC_B_20_CSMS',
    code: 'call-concurrent',
  },
  'leaves out a required field': { defect: changed('Reset', without('type')), case: 'TC_B_20_CSMS', code: 'request-schema' },
  'invents a value': {
    defect: changed('Reset', (payload) => ({ ...payload, type: 'Soon' })),
    case: 'TC_B_20_CSMS',
    code: 'request-schema',
  },
  'blames a request that it does not know': { defect: withErrorCode('FormatViolation'), case: 'OS_R_01_CSMS', code: 'reply-error-code' },
  'does not answer': { defect: silentAbout('StatusNotification'), case: 'TC_B_01_CSMS', code: 'answer-missing', config: IMPATIENT },
  'names no subprotocol': {
    defect: { namesNoSubprotocol: true },
    case: 'TC_B_01_CSMS',
    code: 'connection-missing',
    config: IMPATIENT,
  },
};

describe.concurrent('A station that', () => {
  it.for(Object.entries(OF_STATIONS))('%s is found', async ([, { defect, config = {}, ...planted }], { expect }) => {
    const { report, exitCode, output } = await testStation([planted.case], { defect, config });
    expect(
      report.cases.flatMap(({ findings }) => findings.map(({ code }) => code)),
      output,
    ).toContain(planted.code);
    expect(report.cases[0]?.verdict).toBe('fail');
    expect(exitCode).toBe(1);
  });
});

describe.concurrent('A CSMS that', () => {
  it.for(Object.entries(OF_CSMSS))('%s is found', async ([, { defect, config = {}, ...planted }], { expect }) => {
    const { report, exitCode, output } = await testCsms([planted.case], { defect, config });
    expect(
      report.cases.flatMap(({ findings }) => findings.map(({ code }) => code)),
      output,
    ).toContain(planted.code);
    expect(report.cases[0]?.verdict).toBe('fail');
    expect(exitCode).toBe(1);
  });
});
