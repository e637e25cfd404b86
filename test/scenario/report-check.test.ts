import { expect, test } from 'vitest';
import { reportProblems } from '../../src/scenario/report-check.ts';

const EVSES = [{ id: 1, connectors: [1] }];
const described = (variable: string, evse?: object) => ({
  component: { name: 'ISO15118Ctrlr', ...(evse ? { evse } : {}) },
  variable: { name: variable },
  variableAttribute: [{ value: 'true' }],
  variableCharacteristics: { dataType: 'boolean', supportsMonitoring: false },
});
const missing = (...reportData: object[]) =>
  reportProblems('FullInventory', { reportData }, { evses: EVSES })
    .map(({ expected }) => expected)
    .filter((expected) => expected.startsWith('ISO15118Ctrlr'));

test('an optional function that is described has its required variables', () => {
  expect(missing(described('Enabled'))).toEqual(['ISO15118Ctrlr.ContractValidationOffline is reported']);
  expect(missing(described('Enabled'), described('ContractValidationOffline'))).toEqual([]);
  expect(missing()).toEqual([]);
});

test('of the station, or of its EVSEs', () => {
  expect(missing(described('Enabled', { id: 1 }), described('ContractValidationOffline', { id: 1 }))).toEqual([]);
});
