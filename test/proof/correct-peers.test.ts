import { describe, it } from 'vitest';
import { testCsms, testStation, verdictOf } from './runs.ts';

const passed = (cases: readonly string[]) => new Set(cases.map((id) => `${id} pass`));

const OF_STATIONS = {
  'boots and connects': ['TC_B_01_CS', 'TC_B_02_CS', 'TC_B_03_CS', 'TC_B_30_CS', 'TC_B_52_CS', 'TC_B_57_CS'],
  'has variables and reports': [
    ...['TC_B_06_CS', 'TC_B_07_CS', 'TC_B_32_CS', 'TC_B_33_CS', 'TC_B_34_CS', 'OS_B_01_CS'],
    ...['TC_B_09_CS', 'TC_B_10_CS', 'TC_B_11_CS', 'TC_B_35_CS', 'TC_B_36_CS', 'TC_B_37_CS', 'TC_B_39_CS', 'TC_B_43_CS'],
    ...['TC_B_12_CS', 'TC_B_13_CS', 'TC_B_14_CS', 'TC_B_16_CS', 'TC_B_17_CS', 'TC_B_18_CS', 'TC_B_19_CS'],
    ...['TC_B_53_CS', 'TC_B_54_CS', 'TC_B_55_CS', 'TC_B_56_CS', 'TC_P_03_CS'],
    ...['OS_R_01_CS', 'OS_R_02_CS', 'OS_R_03_CS', 'OS_R_04_CS', 'OS_R_05_CS'],
  ],
  'has transactions': ['TC_B_20_CS', 'TC_B_21_CS', 'TC_B_22_CS', 'TC_B_23_CS', 'TC_B_28_CS', 'TC_B_29_CS', 'TC_F_02_CS', 'TC_G_14_CS'],
};
const OF_CSMSS = {
  'lets stations in': [
    'TC_A_02_CSMS',
    'TC_A_03_CSMS',
    'TC_B_58_CSMS',
    'TC_B_01_CSMS',
    'TC_B_02_CSMS',
    'TC_B_30_CSMS',
    'TC_B_31_CSMS',
    'OS_B_02_CSMS',
  ],
  'names variables in its own order': ['TC_B_06_CSMS', 'TC_B_07_CSMS', 'TC_B_09_CSMS', 'TC_B_10_CSMS'],
  'sends what an operator asks for': ['TC_B_13_CSMS', 'TC_B_18_CSMS', 'TC_B_20_CSMS', 'TC_B_42_CSMS', 'TC_F_04_CSMS'],
  'takes what stations send': [
    'TC_B_22_CSMS',
    'TC_P_02_CSMS',
    'OS_R_01_CSMS',
    'OS_R_02_CSMS',
    'OS_R_03_CSMS',
    'OS_R_04_CSMS',
    'OS_R_05_CSMS',
  ],
};

describe.concurrent('A station on ocpp-rpc', () => {
  it.for(Object.entries(OF_STATIONS))('%s', async ([, cases], { expect }) => {
    const { report, exitCode } = await testStation(cases);
    expect(new Set(report.cases.map(verdictOf))).toEqual(passed(cases));
    expect(exitCode).toBe(0);
  });
});

describe.concurrent('A CSMS on ocpp-rpc', () => {
  it.for(Object.entries(OF_CSMSS))('%s', async ([, cases], { expect }) => {
    const { report, exitCode } = await testCsms(cases);
    expect(new Set(report.cases.map(verdictOf))).toEqual(passed(cases));
    expect(exitCode).toBe(0);
  });
});
